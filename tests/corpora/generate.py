"""A corpus of any size whose identities are known: provinces, terms and numbers, slips and gaps.

`Corpus(documents, seed)` gives extractions as a reader would yield them, one document at a time and the
same every time, and beside each the directives that are truly meant. All of it is invented; only the
shapes of numbers, the provinces and the terms of committees are real.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.extraction import Citation, DocumentFacts, Evidence, Extraction
from graph.ids import document_id, mention_id

PROVINCES = (
    "Sơn La", "Quảng Nam", "Lâm Đồng", "Hải Phòng", "Tuyên Quang", "Điện Biên", "Nghệ An", "Hà Tĩnh",
    "Đắk Lắk", "Bến Tre", "Cà Mau", "Lào Cai", "Phú Thọ", "Thanh Hóa", "Bình Định", "Gia Lai",
    "Kiên Giang", "Long An", "Vĩnh Phúc", "Thái Bình",
)  # fmt: skip
MENTIONS = 20
DISTRICTS = ("Mai Sơn", "Thăng Bình", "Tân Kỳ", "Yên Lạc", "Cư Kuin", "Chiêm Hóa")
CENTRAL_TERMS = {"X": 2007, "XI": 2012, "XII": 2017, "XIII": 2022}
LOCAL_TERMS = (2011, 2016, 2021)
SUBJECTS = (
    "công tác dân vận", "công tác thanh niên", "giảm nghèo bền vững", "chuyển đổi số", "cải cách hành chính",
    "phòng, chống thiên tai", "bảo hiểm y tế toàn dân", "phát triển kinh tế biển", "tiếp công dân",
    "giáo dục mầm non", "trồng rừng phòng hộ", "an toàn giao thông", "thi đua khen thưởng", "nhà ở xã hội",
    "văn hóa đọc", "xuất khẩu lao động", "phòng cháy, chữa cháy", "cấp nước sinh hoạt", "du lịch cộng đồng",
    "kiểm soát ma túy", "chăm sóc người cao tuổi", "hợp tác xã kiểu mới", "quy hoạch đô thị", "lưu trữ lịch sử",
)  # fmt: skip
TYPES = {
    "NQ": "nghị quyết",
    "CT": "chỉ thị",
    "KL": "kết luận",
    "QĐ": "quyết định",
    "KH": "kế hoạch",
    "CTr": "chương trình",
}
CENTRAL_ISSUERS = {
    "NQ": "Ban Chấp hành Trung ương",
    "CT": "Bộ Chính trị",
    "KL": "Ban Bí thư",
    "QĐ": "Bộ Chính trị",
}


@dataclass(frozen=True, slots=True)
class Truth:
    """One directive as it truly is. `term` is the start year of the local term, or the central term."""

    key: tuple[str, ...]
    number: str
    type: str
    date: str
    term: str
    issuer: str
    subject: str
    scope: str
    province: str | None
    district: str | None


@dataclass(frozen=True, slots=True)
class Rates:
    """How often mentions and headers say what, and how often they are wrong (shares of 1)."""

    date: float = 0.72
    term: float = 0.25
    issuer: float = 0.85
    title: float = 0.35
    day_slip: float = 0.01
    digit_slip: float = 0.01
    suffix_slip: float = 0.005
    no_number: float = 0.1
    no_date: float = 0.1
    no_province: float = 0.03


@dataclass(frozen=True, slots=True)
class Document:
    """An extraction, the directive that the document is, and the one that each citation means."""

    name: str
    extraction: Extraction
    itself: Truth
    meant: tuple[Truth, ...]


class Corpus:
    """`size` documents, each a local directive with some twenty mentions of earlier ones."""

    def __init__(self, size: int, seed: int = 1, rates: Rates | None = None) -> None:
        self.size = size
        self.seed = seed
        self.rates = rates or Rates()
        self.serials = max(20, size // (len(PROVINCES) * len(LOCAL_TERMS) * 3))
        self.local = lru_cache(maxsize=1 << 16)(self._local)
        self.central = lru_cache(maxsize=1 << 16)(self._central)

    def __iter__(self) -> Iterator[Document]:
        for index in range(self.size):
            yield self.document(index)

    def extractions(self) -> Iterator[tuple[str, Extraction]]:
        """Names and extractions, as `resolve` takes them."""
        for document in self:
            yield document.name, document.extraction

    def document(self, index: int) -> Document:
        """The document of an index, the same every time."""
        chance = random.Random(f"{self.seed}/{index}")
        itself = self._itself(index)
        name = f"{index:06}.txt"
        facts = self._facts(itself, chance)
        cited = list(
            {truth.number: truth for truth in (self._earlier(itself, chance) for _ in range(9))}.values()
        )
        mentions = sorted((cited * 3)[:MENTIONS], key=lambda truth: truth.key)
        citations, meant = [], []
        for at, truth in enumerate(mentions):
            again = at > 0 and mentions[at - 1].key == truth.key
            citations.append(self._citation(truth, name, at * 100, chance, short=again))
            meant.append(truth)
        settled = tuple(_settled(citation, citations, facts) for citation in citations)
        return Document(name, Extraction(facts, settled), itself, tuple(meant))

    def _itself(self, index: int) -> Truth:
        province = PROVINCES[index % len(PROVINCES)]
        rest = index // len(PROVINCES)
        start = LOCAL_TERMS[rest % len(LOCAL_TERMS)]
        serial = rest // len(LOCAL_TERMS) + 1
        district = DISTRICTS[serial % len(DISTRICTS)] if serial % 4 == 0 else None
        return self.local(province, start, "KH" if serial % 2 else "CTr", serial, district)

    def _local(self, province: str, start: int, code: str, serial: int, district: str | None = None) -> Truth:
        """A province's (or district's) paper of a term and serial, always the same."""
        key = ("local", province, district or "", str(start), code, str(serial))
        chance = random.Random(f"{self.seed}/{key}")
        # Each committee has a pace of its own, so equal numbers seldom have equal days.
        pace = random.Random(f"{self.seed}/{province}/{district}/{start}/{code}").uniform(0.5, 1.0)
        share = min(serial / (self.serials + 1), 0.99) * pace
        body = "Huyện ủy" if district else "Tỉnh ủy"
        return Truth(
            key,
            f"{serial:02}-{code}/{'HU' if district else 'TU'}",
            TYPES[code],
            _day(start + share * 4, chance),
            str(start),
            f"Ban Thường vụ {body}",
            f"về {chance.choice(SUBJECTS)} gắn với {chance.choice(SUBJECTS)}",
            "district" if district else "province",
            province,
            district,
        )

    def _central(self, term: str, code: str, serial: int) -> Truth:
        """A central paper of a term and serial, always the same."""
        key = ("central", term, code, str(serial))
        chance = random.Random(f"{self.seed}/{key}")
        date = _day(CENTRAL_TERMS[term] + serial / 80 * 3.5, chance)
        subject = f"về {chance.choice(SUBJECTS)} và {chance.choice(SUBJECTS)}"
        return Truth(
            key,
            f"{serial:02}-{code}/TW",
            TYPES[code],
            date,
            term,
            CENTRAL_ISSUERS[code],
            subject,
            "central",
            None,
            None,
        )

    def _earlier(self, itself: Truth, chance: random.Random) -> Truth:
        """A directive that the document may cite: central, or of its province, issued before it."""
        for _ in range(20):
            if chance.random() < 0.6:
                found = self.central(
                    chance.choice(list(CENTRAL_TERMS)),
                    chance.choice(["NQ", "CT", "KL", "QĐ"]),
                    chance.randint(1, 79),
                )
            else:
                serial = chance.randint(1, self.serials)
                found = self.local(
                    str(itself.province), chance.choice(LOCAL_TERMS), chance.choice(["KH", "CTr"]), serial
                )
            if found.date < itself.date:
                return found
        return self.central("X", "NQ", chance.randint(1, 79))

    def _facts(self, truth: Truth, chance: random.Random) -> DocumentFacts:
        rates = self.rates
        province = None if chance.random() < rates.no_province else truth.province
        facts = DocumentFacts(
            "",
            truth.type,
            None if chance.random() < rates.no_number else truth.number,
            None if chance.random() < rates.no_date else truth.date,
            None,
            truth.subject,
            truth.issuer + (f" {truth.district}" if truth.district else f" {province}" if province else ""),
            province,
            truth.district,
            level=truth.scope,
        )
        return replace(facts, id=document_id(facts))

    def _citation(
        self, truth: Truth, name: str, start: int, chance: random.Random, *, short: bool
    ) -> Citation:
        rates = self.rates
        date = truth.date if chance.random() < (0.1 if short else rates.date) else None
        slipped = chance.random()
        if date and slipped < rates.day_slip:
            date = _next_to(date)
        elif date and slipped < rates.day_slip + rates.digit_slip:
            date = date[:8] + ("2" if date[8] != "2" else "1") + date[9]
        issuer = truth.issuer if chance.random() < (0.2 if short else rates.issuer) else None
        number = truth.number
        central = truth.scope == "central"
        if central and issuer and date and chance.random() < rates.suffix_slip:
            number = number.replace("/TW", "/TU")
        term = truth.term if central and chance.random() < (0.05 if short else rates.term) else None
        title = truth.subject if chance.random() < (0.1 if short else rates.title) else None
        quote = f"{truth.type.capitalize()} số {number}"
        evidence = Evidence(name, start, start + len(quote), quote, "generated")
        return Citation(
            evidence, "numbered", truth.type, number, date, issuer, truth.scope, term,
            f"{truth.number.split('-')[1].split('/')[0]} {truth.number}" + (f" {date}" if date else ""),
            title=title,
        )  # fmt: skip


def _settled(citation: Citation, all_of: list[Citation], facts: DocumentFacts) -> Citation:
    """A citation with the date that its document settles for the number, as a reader would give it."""
    head = " ".join(citation.canonical.split()[:2])
    days = {other.date for other in all_of if other.date and other.canonical.startswith(head + " ")}
    if citation.date is None and len(days) == 1 and _one_text(citation, all_of, head):
        citation = replace(citation, canonical=f"{head} {next(iter(days))}")
    return replace(citation, directive=mention_id(citation, facts))


def _one_text(citation: Citation, all_of: list[Citation], head: str) -> bool:
    """Whether nothing a document says of a number contradicts that its mentions are one."""
    same = [other for other in all_of if other.canonical.startswith(head)]
    terms = {other.term for other in same if other.term}
    subjects = {other.title for other in same if other.title}
    return len(terms) < 2 and len(subjects) < 2


def _day(year: float, chance: random.Random) -> str:
    return f"{int(year)}-{min(12, int(year % 1 * 12) + 1):02}-{chance.randint(1, 28):02}"


def _next_to(date: str) -> str:
    day = int(date[8:])
    return f"{date[:8]}{day + 1 if day < 28 else day - 1:02}"
