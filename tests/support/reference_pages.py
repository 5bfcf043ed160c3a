# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A small `data/reference/`: an entry or two of each kind, with groups of the tree for their pages."""

MORE_TREE = """\
- slug: meetings
  title: Meetings
  summary: Leaders and ministers.
  groups:
  - {slug: summits, title: Summits, summary: Leaders.}
  - {slug: foreign-ministers, title: Foreign ministers, summary: Ministers.}
  - {slug: ministerial-tracks, title: Ministerial tracks, summary: Other ministers.}
  - {slug: seminars-and-dialogues, title: Seminars and dialogues, summary: Others.}
- slug: partners
  title: Partners
  summary: Who takes part.
  groups:
  - {slug: asean-member-states, title: South-East Asia, summary: Asia.}
  - {slug: eu-member-states, title: Member states, summary: Europe.}
  - {slug: regional-organisations, title: Organisations, summary: Two of them.}
- slug: bodies
  title: Bodies
  summary: What works all year.
"""
_SUMMIT = """\
- slug: asem{n}
  symbol: SUM-{n:02}
  number: {n}
  title: {title}
  start: '{start}'
  end: '{end}'
  city: {city}
  country: {country}
  chair: The host of {city}
  format: {format}
  outcomes: [{{text: Leaders of the {n} meetings spoke of trade.}}, {{text: They met., sources: [two]}}]
  texts: [{{title: "Chair's Statement of {city}", date: '{end}', read: part, sources: [two]}}]
  sources: [one]
"""
_PARTNER = """\
- slug: {slug}
  symbol: PTN-{iso2}
  name: {name}
  official_name: Kingdom of {name}
  kind: country
  iso2: {iso2}
  iso3: {iso3}
  region: {region}
  group: {group}
  accession: {year}
  summit: {summit}
  round: {round}
  capital: {capital}
  sources: [one]
"""


def _summit(n: int, title: str, days: tuple[str, str], at: tuple[str, str], form: str = "in person") -> str:
    (start, end), (city, country) = days, at
    return _SUMMIT.format(n=n, title=title, start=start, end=end, city=city, country=country, format=form)


def _partner(
    slug: str, codes: tuple[str, str], group: str, capital: str, joined: tuple[int, str, int]
) -> str:
    (iso2, iso3), (year, summit, number) = codes, joined
    name, region = slug.title(), "Europe" if group.startswith("eu") else "Asia"
    of = {"slug": slug, "name": name, "iso2": iso2, "iso3": iso3, "region": region, "group": group}
    return _PARTNER.format(**of, capital=capital, year=year, summit=summit, round=number)


_FOUNDED, _ASEAN = (1996, "asem1", 0), "asean-member-states"
REFERENCE = {
    "reference/summits.yaml": _summit(
        1, "1st Asia-Europe Meeting (ASEM1)", ("1996-03-01", "1996-03-02"), ("Bangkok", "TH")
    )
    + _summit(5, "5th ASEM Summit (ASEM5)", ("2004-10-08", "2004-10-09"), ("Hanoi", "VN"))
    + "  admitted: [cambodia]\n  partners_after: 39\n  theme: Towards Revitalising the Partnership\n"
    + _summit(8, "8th ASEM Summit (ASEM8)", ("2010-10-04", "2010-10-05"), ("Brussels", "BE"))
    + "  notes: [{text: The hall was changed.}]\n"
    + _summit(13, "13th ASEM Summit (ASEM13)", ("2021-11-25", "2021-11-26"), ("Phnom Penh", "KH"), "virtual"),
    "reference/foreign-ministers.yaml": _summit(
        6, "6th ASEM Foreign Ministers' Meeting", ("2004-04-17", "2004-04-18"), ("Kildare", "BE")
    )
    .replace("asem6", "asemfmm6")
    .replace("SUM-06", "FMM-06"),
    "reference/ministerial-tracks.yaml": """\
- slug: finance-ministers-meetings
  symbol: MIN-FIN
  title: ASEM Finance Ministers' Meeting (FinMM)
  what: Meetings of finance ministers.
  aliases: [finance ministers]
  issue: piracy
  notes: [{text: They meet every two years.}]
  editions:
  - {number: 1, start: 1997-09, city: Bangkok, country: TH, format: in person, status: held, sources: [one]}
  - number: 6 (first attempt)
    title: 6th FinMM (first attempt)
    start: 2004-09
    city: Brussels
    country: BE
    status: cancelled
    sources: [two]
    facts: [{text: It was called off., sources: [one]}]
  - {number: 15, city: Hanoi, country: VN, status: announced, sources: [two]}
""",
    "reference/series.yaml": """\
- slug: human-rights-seminars
  symbol: SER-HRS
  title: Informal Seminar on Human Rights (ASEMHRS)
  what: Seminars on human rights.
  facts: [{text: Experts attend by invitation.}]
  editions:
  - number: 2
    theme: Freedom | and order
    start: '1999-06-27'
    end: '1999-06-29'
    city: Bangkok
    country: TH
    format: virtual
    status: held
    document: A report
    sources: [one, two]
""",
    "reference/partners.yaml": _partner("belgium", ("BE", "BEL"), "eu-member-states", "Brussels", _FOUNDED)
    + "  adjectives: [Belgian]\n"
    + _partner("thailand", ("TH", "THA"), _ASEAN, "Bangkok", _FOUNDED)
    + _partner("vietnam", ("VN", "VNM"), _ASEAN, "Hanoi", _FOUNDED).replace("Vietnam", "Viet Nam")
    + _partner("cambodia", ("KH", "KHM"), _ASEAN, "Phnom Penh", (2004, "asem5", 1))
    + """\
- slug: european-union
  symbol: PTN-EU
  name: European Union
  kind: institution
  region: Europe
  group: regional-organisations
  accession: 1996
  summit: asem1
  round: 0
  aliases: [EU]
  seat: Brussels
  notes: [{text: It sat as the European Commission at first.}]
  sources: [two]
""",
    "reference/bodies.yaml": """\
- slug: asef
  symbol: BOD-ASEF
  name: Asia-Europe Foundation
  acronym: ASEF
  group: bodies
  kind: foundation
  status: active in 2024
  founded: '1997-02-15'
  seat: Singapore
  what: {text: The foundation links civil societies., sources: [two]}
  role: {text: It runs seminars.}
  issue: piracy
  sources: [one]
""",
    "reference/terms.yaml": """\
- {term: FinMM, expansion: Finance Ministers' Meeting, category: meetings, definition: They meet., about:
    finance-ministers-meetings, sources: [one]}
- {term: FMM, expansion: Foreign Ministers' Meeting, category: meetings, definition: They met.,
    sources: [one]}
- {term: ASEMHRS, category: meetings, definition: A seminar., sources: [one]}
- {term: ASEAN, expansion: Association of Southeast Asian Nations, category: partners, definition: A group.,
    sources: [one]}
- {term: SOM, expansion: Senior Officials' Meeting, category: meetings, definition: They meet.,
    sources: [one]}
- {term: EU, expansion: European Union, category: partners, definition: A union., sources: [two]}
- {term: Seoul Declaration, category: texts, definition: "A text of *2000*.", sources: [two]}
""",
    "reference/milestones.yaml": """\
- {date: '2010-10-04', end: '2010-10-05', kind: summit, event: ASEM8 met in Brussels., sources: [one]}
- {date: '1994-10', kind: milestone, event: A summit was proposed., note: Some say November., sources: [two]}
- {date: '2004', kind: milestone, event: Cambodia joined., sources: [one]}
- {date: '2012', kind: forum, event: A forum was due, status: announced, sources: [one]}
""",
}
