"""A small invented corpus as a graph, drawn so that every answer can be read off it by hand.

                     NQ 25 (2013, cited)                NQ 25 (2008, youth, cited)
              ▲ implements    ▲ continues   ▲ continues         ▲ task II.1 of KH 64
        CTr 30 (Quảng Nam)    │          KL 43 (2019, cited)    │
         ▲ implements         │             ▲ continues         │
      KH 64 (Thăng Bình) ─────┼─────────────┼───────────────────┘
         ▲ implements      KL 210 (Sơn La) ─┘
      (nothing)              ▲ implements        ▲ task I.1 (implements)
                           KH 15 (Mai Sơn)    KH 90 (UBND Sơn La)

KH 15 and KH 16 (Mai Sơn) carry each other out, as papers do that were mended twice. QĐ 23 promulgates
a regulation, which carries nothing out. KL 210 names 124-QĐ/TW, which may be that of 2018 or of 2023.
"""

from graph.extraction import Evidence
from graph.model import Body, Claim, Directive, Edge, Graph, Mention, Target, Task

NQ25 = "directive/vn/party/central/xi/nq-25"
NQ25_YOUTH = "directive/vn/party/central/x/nq-25"
KL43 = "directive/vn/party/central/xii/kl-43"
CTR30 = "directive/vn/party/quang-nam/2013/ctr-30"
KH64 = "directive/vn/party/quang-nam/thang-binh/2014/kh-hu-64"
KL210 = "directive/vn/party/son-la/2022/kl-210"
KH15 = "directive/vn/party/son-la/mai-son/2022/kh-hu-15"
KH16 = "directive/vn/party/son-la/mai-son/2023/kh-hu-16"
KH90 = "directive/vn/state/son-la/2022/kh-90"
QD23 = "directive/vn/party/central/xiii/qd-23"
RULES = "directive/vn/party/central/xiii/quy-che-cong-tac-dan-van-qd-23"
QD124_2018 = "directive/vn/party/central/xii/qd-124"
QD124_2023 = "directive/vn/party/central/xiii/qd-124"
LAW = "directive/vn/state/2024/l-qh15-31"

BDV_SL = "body/son-la/ban-dan-van-tinh-uy"
BDV_QN = "body/quang-nam/ban-dan-van-tinh-uy"
BTGDV_SL = "body/son-la/ban-tuyen-giao-va-dan-van-tinh-uy"
BTG_SL = "body/son-la/ban-tuyen-giao-tinh-uy"
SNV_SL = "body/son-la/so-noi-vu"
UBND_SL = "body/son-la/uy-ban-nhan-dan-tinh"
HU_SL = "body/son-la/huyen-uy-mai-son"
HUS_SL = "body/son-la/cac-huyen-uy"
BCH = "body/ban-chap-hanh-trung-uong"


def said(document, start, quote, rule="test"):
    return Evidence(document, start, start + len(quote), quote, rule)


def directive(id, type_, number, title, date, issuer, document=None, **more):
    values = {"term": None, "level": "central", "province": None, "district": None, "commune": None, **more}
    status = "held" if document else "cited"
    return Directive(
        id, type_, number, title, date, issuer=issuer, status=status, document=document, **values
    )


def task(directive, document, path, text, start, heading=False, **more):
    id = f"task/{directive.removeprefix('directive/')}/{path}"
    values = dict.fromkeys(("deadline", "deadline_kind", "deadline_text", "recurrence", "product")) | more
    return Task(id, path, text, heading, directive, document, start=start, end=start + len(text), **values)


def body(id, name, province=None, kind="body", level="province", **more):
    return Body(id, name, kind, level, province, **more)


SL = {"level": "province", "province": "Sơn La"}
QN = {"level": "province", "province": "Quảng Nam"}
MS = {"level": "district", "province": "Sơn La", "district": "Mai Sơn"}

DIRECTIVES = (
    directive(
        NQ25,
        "nghị quyết",
        "25-NQ/TW",
        "về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới",
        "2013-06-03",
        "Ban Chấp hành Trung ương",
        term="XI",
        forms=("25-NQ/TU", "25-NQ/TW"),
        canonical="NQ 25-NQ/TW 2013-06-03",
        claims=(
            Claim("date", "2013-06-03", said("ctr-30.txt", 10, "03/6/2013")),
            Claim("date", "2013-06-30", said("kl-210.txt", 20, "30/6/2013")),
        ),
    ),
    directive(
        NQ25_YOUTH,
        "nghị quyết",
        "25-NQ/TW",
        "về tăng cường sự lãnh đạo của Đảng đối với công tác thanh niên",
        "2008-07-25",
        "Ban Chấp hành Trung ương",
        term="X",
        forms=("25-NQ/TW",),
        canonical="NQ 25-NQ/TW 2008-07-25",
    ),
    directive(KL43, "kết luận", "43-KL/TW", None, "2019-01-07", "Ban Bí thư", term="XII"),
    directive(
        CTR30,
        "chương trình hành động",
        "30-CTr/TU",
        "thực hiện Nghị quyết số 25-NQ/TW",
        "2013-10-15",
        "Ban Chấp hành Đảng bộ tỉnh Quảng Nam",
        "ctr-30.txt",
        canonical="CTr 30-CTr/TU 2013-10-15",
        **QN,
    ),
    directive(
        KH64,
        "kế hoạch",
        "64-KH/HU",
        "thực hiện Chương trình hành động số 30-CTr/TU",
        "2014-03-12",
        "Ban Thường vụ Huyện ủy Thăng Bình",
        "kh-64.txt",
        level="district",
        province="Quảng Nam",
        district="Thăng Bình",
    ),
    directive(
        KL210,
        "kết luận",
        "210-KL/TU",
        "về tiếp tục thực hiện Nghị quyết số 25-NQ/TW",
        "2022-07-18",
        "Ban Thường vụ Tỉnh ủy Sơn La",
        "kl-210.txt",
        names=("Kết luận 210",),
        **SL,
    ),
    directive(
        KH15,
        "kế hoạch",
        "15-KH/HU",
        "thực hiện Kết luận số 210-KL/TU",
        "2022-09-01",
        "Ban Thường vụ Huyện ủy Mai Sơn",
        "kh-15.txt",
        **MS,
    ),
    directive(
        KH16,
        "kế hoạch",
        "16-KH/HU",
        "sửa đổi Kế hoạch số 15-KH/HU",
        "2023-02-01",
        "Ban Thường vụ Huyện ủy Mai Sơn",
        "kh-16.txt",
        **MS,
    ),
    directive(
        KH90,
        "kế hoạch",
        "90/KH-UBND",
        "công tác dân vận chính quyền năm 2022",
        "2022-08-20",
        "Ủy ban nhân dân tỉnh Sơn La",
        "kh-90.txt",
        **SL,
    ),
    directive(QD23, "quyết định", "23-QĐ/TW", None, "2021-07-30", "Bộ Chính trị", term="XIII"),
    directive(
        RULES,
        "quy chế",
        None,
        "Quy chế công tác dân vận của hệ thống chính trị",
        None,
        "Bộ Chính trị",
        term="XIII",
        names=("Quy chế công tác dân vận của hệ thống chính trị",),
    ),
    directive(QD124_2018, "quy định", "124-QĐ/TW", None, "2018-02-02", "Ban Bí thư", term="XII"),
    directive(QD124_2023, "quy định", "124-QĐ/TW", None, "2023-10-04", "Bộ Chính trị", term="XIII"),
    directive(
        LAW,
        "luật",
        "31/2024/QH15",
        "Luật Đất đai",
        "2024-01-18",
        "Quốc hội",
        names=("Luật Đất đai", "Luật Đất đai 2024"),
        canonical="L 31/2024/QH15 2024-01-18",
    ),
)

BODIES = (
    body(BCH, "Ban Chấp hành Trung ương", level="central", names=("BCH Trung ương",)),
    body(BDV_SL, "Ban Dân vận Tỉnh ủy", "Sơn La", valid_to="2025-02-01"),
    body(BTG_SL, "Ban Tuyên giáo Tỉnh ủy", "Sơn La", valid_to="2025-02-01"),
    body(BTGDV_SL, "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Sơn La", valid_from="2025-02-01"),
    body(BDV_QN, "Ban Dân vận Tỉnh ủy", "Quảng Nam"),
    body(SNV_SL, "Sở Nội vụ", "Sơn La", names=("Sở Nội vụ tỉnh",)),
    body(UBND_SL, "Ủy ban nhân dân tỉnh", "Sơn La"),
    body(HU_SL, "Huyện ủy Mai Sơn", "Sơn La", level="district", place="Mai Sơn"),
    body(HUS_SL, "các huyện ủy, thành ủy", "Sơn La", kind="class", level="district"),
)

CTR30_T = task(
    CTR30, "ctr-30.txt", "III.3", "Ban Dân vận Tỉnh ủy chủ trì theo dõi.", 900, recurrence="yearly"
)
KH64_T = task(KH64, "kh-64.txt", "II.1", "Tiếp tục thực hiện Nghị quyết 25-NQ/TW về thanh niên.", 500)
KL210_G = task(KL210, "kl-210.txt", "II", "TỔ CHỨC THỰC HIỆN", 1000, heading=True)
KL210_1 = task(
    KL210,
    "kl-210.txt",
    "II.1",
    "Các huyện ủy, thành ủy xây dựng kế hoạch trong quý III năm 2022.",
    1100,
    deadline="2022-Q3",
    deadline_kind="during",
    deadline_text="trong quý III năm 2022",
)
KL210_3 = task(
    KL210,
    "kl-210.txt",
    "II.3",
    "Ban Dân vận Tỉnh ủy chủ trì kiểm tra; hằng năm báo cáo.",
    1300,
    recurrence="half-yearly, yearly",
)
KH90_T = task(
    KH90,
    "kh-90.txt",
    "I.1",
    "Sở Nội vụ chủ trì triển khai Kết luận 210-KL/TU trước ngày 30/11/2022.",
    400,
    deadline="2022-11-30",
    deadline_kind="before",
    deadline_text="trước ngày 30/11/2022",
)
KH90_2 = task(KH90, "kh-90.txt", "I.2", "Báo cáo kết quả.", 600, deadline="2022-12", deadline_kind="during")

TARGET = Target(
    "target/vn/party/son-la/2022/kl-210/II.3/1", KL210_3.id, "100% xã", ">=", 100.0, "%", "xã", 2025, None
)

MENTION = Mention(
    "mention/kl-210.txt/700",
    "kl-210.txt",
    "124-QĐ/TW",
    "có hai Quy định 124-QĐ/TW, lời văn không cho biết là văn bản nào",
    "there are two 124-QĐ/TW and the words do not tell which",
    said("kl-210.txt", 700, "Quy định số 124-QĐ/TW", "citations.numbered"),
)


def link(source, target, manner, document, start, quote):
    return Edge("IMPLEMENTS", source, target, said(document, start, quote, "links.opening"), manner=manner)


def cites(source, target, document, start, quote, number=None, function="other", **more):
    evidence = said(document, start, quote, "citations.numbered")
    return Edge("CITES", source, target, evidence, function=function, number=number, **more)


def assigned(task, body, role, document, start, quote, inherited_from=None):
    evidence = said(document, start, quote, "assignments")
    return Edge("ASSIGNED_TO", task.id, body, evidence, role=role, inherited_from=inherited_from)


EDGES = (
    link(CTR30, NQ25, "implements", "ctr-30.txt", 60, "thực hiện Nghị quyết số 25-NQ/TW"),
    link(KH64, CTR30, "implements", "kh-64.txt", 80, "thực hiện Chương trình hành động số 30-CTr/TU"),
    link(KL210, NQ25, "continues", "kl-210.txt", 50, "tiếp tục thực hiện Nghị quyết số 25-NQ/TW"),
    link(KL210, KL43, "continues", "kl-210.txt", 150, "và Kết luận số 43-KL/TW"),
    link(KL43, NQ25, "continues", "kl-210.txt", 160, "về tiếp tục thực hiện Nghị quyết số 25-NQ/TW"),
    link(KH15, KL210, "implements", "kh-15.txt", 40, "thực hiện Kết luận số 210-KL/TU"),
    link(KH15, KH16, "implements", "kh-15.txt", 90, "và Kế hoạch số 16-KH/HU"),
    link(KH16, KH15, "reviews", "kh-16.txt", 40, "sơ kết Kế hoạch số 15-KH/HU"),
    link(QD23, RULES, "promulgates", "kl-210.txt", 330, "ban hành Quy chế công tác dân vận"),
    link(KH64_T.id, NQ25_YOUTH, "continues", "kh-64.txt", 500, "Tiếp tục thực hiện Nghị quyết 25-NQ/TW"),
    link(KH90_T.id, KL210, "implements", "kh-90.txt", 420, "triển khai Kết luận 210-KL/TU"),
    cites(CTR30, NQ25, "ctr-30.txt", 70, "Nghị quyết số 25-NQ/TW", "25-NQ/TW", "title"),
    cites(
        CTR30,
        NQ25,
        "ctr-30.txt",
        300,
        "Nghị quyết 25-NQ/TU",
        "25-NQ/TU",
        reason_vi="đọc 25-NQ/TU, hiểu 25-NQ/TW",
        reason_en="25-NQ/TU read, 25-NQ/TW meant",
    ),
    cites(CTR30, CTR30, "ctr-30.txt", 800, "Chương trình này"),
    cites(KH64, CTR30, "kh-64.txt", 90, "Chương trình hành động số 30-CTr/TU", "30-CTr/TU", "title"),
    cites(KH64, NQ25_YOUTH, "kh-64.txt", 520, "Nghị quyết 25-NQ/TW", "25-NQ/TW", "task"),
    cites(KL210, NQ25, "kl-210.txt", 60, "Nghị quyết số 25-NQ/TW", "25-NQ/TW", "title"),
    cites(KL210, KL43, "kl-210.txt", 155, "Kết luận số 43-KL/TW", "43-KL/TW"),
    cites(KL210, QD23, "kl-210.txt", 320, "Quyết định số 23-QĐ/TW", "23-QĐ/TW", provision="Điều 2"),
    cites(KH15, KL210, "kh-15.txt", 50, "Kết luận số 210-KL/TU", "210-KL/TU", "title"),
    cites(KH90, LAW, "kh-90.txt", 100, "Luật Đất đai năm 2024", None, "basis"),
    cites(KH90, KL210, "kh-90.txt", 430, "Kết luận 210-KL/TU", "210-KL/TU", "task"),
    Edge("REPLACES", KH16, KH15, said("kh-16.txt", 200, "thay thế Kế hoạch số 15-KH/HU"), part="mục II"),
    Edge("MENTIONS", KL210, MENTION.id, MENTION.evidence, function="task"),
    Edge("CANDIDATE", MENTION.id, QD124_2018),
    Edge("CANDIDATE", MENTION.id, QD124_2023),
    Edge("ISSUED_BY", NQ25, BCH, said("ctr-30.txt", 95, "Ban Chấp hành Trung ương")),
    Edge("ISSUED_BY", KH90, UBND_SL, said("kh-90.txt", 0, "ỦY BAN NHÂN DÂN")),
    *(Edge("SETS", t.directive, t.id) for t in (CTR30_T, KH64_T, KL210_G, KL210_1, KL210_3, KH90_T, KH90_2)),
    Edge("PART_OF", KL210_1.id, KL210_G.id),
    Edge("PART_OF", KL210_3.id, KL210_G.id),
    Edge("HAS_TARGET", KL210_3.id, TARGET.id, said("kl-210.txt", 1350, "100% xã")),
    assigned(CTR30_T, BDV_QN, "lead", "ctr-30.txt", 900, "Ban Dân vận Tỉnh ủy"),
    assigned(KL210_1, HUS_SL, "responsible", "kl-210.txt", 1100, "Các huyện ủy, thành ủy"),
    assigned(KL210_3, BDV_SL, "lead", "kl-210.txt", 1300, "Ban Dân vận Tỉnh ủy"),
    assigned(KH90_T, SNV_SL, "lead", "kh-90.txt", 400, "Sở Nội vụ"),
    assigned(KH90_T, BDV_SL, "coordinate", "kh-90.txt", 440, "Ban Dân vận Tỉnh ủy"),
    assigned(KH90_2, SNV_SL, "responsible", "kh-90.txt", 380, "Sở Nội vụ", inherited_from="I"),
    Edge("SENT_TO", KL210, HUS_SL, said("kl-210.txt", 2000, "Các huyện ủy, thành ủy")),
    Edge("SUCCEEDED_BY", BDV_SL, BTGDV_SL, valid_from="2025-02-01"),
    Edge("SUCCEEDED_BY", BTG_SL, BTGDV_SL, valid_from="2025-02-01"),
)

GRAPH = Graph(
    DIRECTIVES,
    BODIES,
    (CTR30_T, KH64_T, KL210_G, KL210_1, KL210_3, KH90_T, KH90_2),
    (TARGET,),
    (MENTION,),
    EDGES,
    (("directive/vn/party/central/undated/kl-43", KL43),),
)
