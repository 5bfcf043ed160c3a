/* SPDX-FileCopyrightText: 2026 The ASEM Reader developers
 * SPDX-License-Identifier: MIT
 *
 * A disk that fails, for LD_PRELOAD: of all calls that write below the folder FAIL_BELOW, the one with the
 * number FAIL_AT (from 1), and FAIL_MORE after it, fail with the error FAIL_WITH. At the end the number of
 * such calls is written to the file FAIL_COUNT. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

static long number(const char *name) {
    const char *text = getenv(name);
    return text ? atol(text) : 0;
}

/* Whether a file is one of those whose writing may fail, and this is the call that does. */
static int fails(int file) {
    char link[64], path[4096];
    const char *below = getenv("FAIL_BELOW");
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (!below || length < 0) return 0;
    path[length] = 0;
    if (strncmp(path, below, strlen(below))) return 0;
    calls++;
    long at = number("FAIL_AT");
    if (!at || calls < at || calls > at + number("FAIL_MORE")) return 0;
    errno = (int)number("FAIL_WITH");
    return 1;
}

#define REAL(name, type) ((type)dlsym(RTLD_NEXT, name))

ssize_t write(int file, const void *content, size_t size) {
    if (fails(file)) return -1;
    return REAL("write", ssize_t (*)(int, const void *, size_t))(file, content, size);
}
ssize_t pwrite(int file, const void *content, size_t size, off_t at) {
    if (fails(file)) return -1;
    return REAL("pwrite", ssize_t (*)(int, const void *, size_t, off_t))(file, content, size, at);
}
ssize_t pwrite64(int file, const void *content, size_t size, off64_t at) {
    if (fails(file)) return -1;
    return REAL("pwrite64", ssize_t (*)(int, const void *, size_t, off64_t))(file, content, size, at);
}
int ftruncate(int file, off_t size) {
    if (fails(file)) return -1;
    return REAL("ftruncate", int (*)(int, off_t))(file, size);
}
int ftruncate64(int file, off64_t size) {
    if (fails(file)) return -1;
    return REAL("ftruncate64", int (*)(int, off64_t))(file, size);
}
int fsync(int file) {
    if (fails(file)) return -1;
    return REAL("fsync", int (*)(int))(file);
}
int fdatasync(int file) {
    if (fails(file)) return -1;
    return REAL("fdatasync", int (*)(int))(file);
}
int fallocate(int file, int mode, off_t at, off_t size) {
    if (fails(file)) return -1;
    return REAL("fallocate", int (*)(int, int, off_t, off_t))(file, mode, at, size);
}
int posix_fallocate(int file, off_t at, off_t size) {
    if (fails(file)) return errno;
    return REAL("posix_fallocate", int (*)(int, off_t, off_t))(file, at, size);
}

__attribute__((destructor)) static void tell(void) {
    const char *name = getenv("FAIL_COUNT");
    FILE *file = name ? fopen(name, "w") : NULL;
    if (file) {
        fprintf(file, "%ld\n", calls);
        fclose(file);
    }
}
