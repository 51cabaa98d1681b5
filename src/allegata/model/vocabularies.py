"""The code lists of DESIGN §6, each with its source. Values are stable strings of the contract.

>>> Outcome("killed").value
'killed'
"""

from enum import StrEnum


class ClaimKind(StrEnum):
    """What a claim is about."""

    HARM = "harm"
    CONDUCT = "conduct"
    NORM = "norm"
    REQUEST = "request"
    POSITION = "position"


class Scope(StrEnum):
    """Whether a claim is about one incident or more (Every Casualty: incident or integrative)."""

    INCIDENT = "incident"
    AGGREGATE = "aggregate"
    CUMULATIVE = "cumulative"
    BACKGROUND = "background"


class Stage(StrEnum):
    """How far an act went (MUC-4 stage of execution)."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    THREATENED = "threatened"
    FOILED = "foiled"


class Event(StrEnum):
    """Kinds of violent event; mapped to ACLED sub-events and MUC incident types."""

    AIR_STRIKE = "air_strike"
    DRONE_STRIKE = "drone_strike"
    SHELLING = "shelling"
    MISSILE_STRIKE = "missile_strike"
    BOMBING = "bombing"
    SUICIDE_ATTACK = "suicide_attack"
    MINE_OR_UXO = "mine_or_uxo"
    SHOOTING = "shooting"
    SNIPING = "sniping"
    CLASH = "clash"
    RAID = "raid"
    EXECUTION = "execution"
    MASSACRE = "massacre"
    STABBING = "stabbing"
    ARSON = "arson"
    KIDNAPPING = "kidnapping"
    ROBBERY = "robbery"
    HIJACKING = "hijacking"
    DETENTION = "detention"
    TORTURE = "torture"
    SEXUAL_VIOLENCE = "sexual_violence"
    DEMOLITION = "demolition"
    DESTRUCTION = "destruction"
    SIEGE_OR_DENIAL = "siege_or_denial"
    DISPLACEMENT = "displacement"
    CHEMICAL_ATTACK = "chemical_attack"
    VEHICLE_ATTACK = "vehicle_attack"
    OTHER = "other"
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """Cause of death or injury: SDG indicator 16.1.2, the list that Airwars uses too."""

    HEAVY_WEAPONS = "heavy_weapons_and_explosive_munitions"
    PLANTED_EXPLOSIVES = "planted_explosives_and_uxo"
    SMALL_ARMS = "small_arms_and_light_weapons"
    INCENDIARY = "incendiary"
    CBRN = "cbrn"
    ELECTROMAGNETIC = "electromagnetic"
    LESS_LETHAL = "less_lethal"
    DENIAL = "denial_or_destruction_of_indispensable_objects"
    ACCIDENT = "conflict_related_accidents"
    OTHER = "objects_and_other_means"
    UNKNOWN = "unknown"


class Delivery(StrEnum):
    """How a weapon reached its target."""

    AIR = "air"
    DRONE = "drone"
    ARTILLERY = "artillery"
    ROCKET_OR_MISSILE = "rocket_or_missile"
    NAVAL = "naval"
    GROUND = "ground"
    PLANTED = "planted"
    SUICIDE = "suicide"
    HAND = "hand"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What happened to people."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    DIED_LATER = "died_later"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    DISPLACED = "displaced"
    TRAPPED = "trapped"
    TORTURED = "tortured_or_ill_treated"
    SEXUALLY_ABUSED = "sexually_abused"
    SHOCKED = "shocked"
    RESCUED = "rescued"


class Qualifier(StrEnum):
    """How a number is hedged by the words around it (DESIGN §4.1)."""

    STATED = "stated"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"
    PRESENCE = "presence"


class Basis(StrEnum):
    """What a count is a count of, relative to others (DESIGN §4.2)."""

    TOTAL = "total"
    PART = "part"
    REMAINDER = "remainder"
    INCREMENT = "increment"
    CUMULATIVE = "cumulative"


class Derivation(StrEnum):
    """How a count comes from its words; ``literal`` is what the raw words parse to."""

    LITERAL = "literal"
    ENUMERATED = "enumerated"
    ORDINAL = "ordinal"
    INFERRED = "inferred"


class Status(StrEnum):
    """Status of victims: SDG 16.1.2, with the words of the voice behind it."""

    CIVILIAN = "civilian"
    OTHER_PROTECTED = "other_protected"
    ARMED_FORCES = "armed_forces"
    DIRECT_PARTICIPANT = "direct_participant"
    POLICE = "police"
    MILITANT = "militant"
    UNKNOWN = "unknown"
    CONTESTED = "contested"


class StatusBasis(StrEnum):
    """Whether the status was said of this group or only follows from its neighbours."""

    STATED = "stated"
    IMPLIED = "implied"
    UNKNOWN = "unknown"


class Age(StrEnum):
    """Age bands (OHCHR: infant and child are under 18)."""

    INFANT = "infant"
    CHILD = "child"
    ADULT = "adult"
    ELDERLY = "elderly"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    """Sex as reported."""

    MALE = "m"
    FEMALE = "f"
    UNKNOWN = "unknown"


class ActorRole(StrEnum):
    """What part an actor is said to have."""

    ATTRIBUTED_TO = "attributed_to"
    CLAIMS_RESPONSIBILITY = "claims_responsibility"
    INVOLVED = "involved"
    TARGET = "target"
    ALLY = "ally"


class Certainty(StrEnum):
    """How sure the voice is of the actor."""

    KNOWN = "known"
    SUSPECTED = "suspected"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    DENIED = "denied"


class Stance(StrEnum):
    """What a voice does with what it says."""

    ASSERTS = "asserts"
    REPORTS = "reports"
    DENIES = "denies"
    RETRACTS = "retracts"
    CORRECTS = "corrects"
    QUESTIONS = "questions"


class Modality(StrEnum):
    """How firmly it is said."""

    STATED = "stated"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"
    CONDITIONAL = "conditional"
    PLANNED = "planned"


class TargetCategory(StrEnum):
    """Objects that were hit (Airwars infrastructure, HURIDOCS)."""

    RESIDENTIAL = "residential"
    HEALTH = "health"
    EDUCATION = "education"
    RELIGIOUS = "religious"
    MARKET = "market"
    TRANSPORT = "transport"
    VEHICLE = "vehicle"
    DISPLACEMENT_CAMP = "displacement_camp"
    HUMANITARIAN = "humanitarian"
    MEDIA = "media"
    ENERGY_WATER = "energy_water"
    AGRICULTURE = "agriculture"
    GOVERNMENT = "government"
    MILITARY = "military"
    INFRASTRUCTURE = "infrastructure"
    DIPLOMATIC = "diplomatic"
    OTHER = "other"


class DatePrecision(StrEnum):
    """Precision of a date (UCDP date_prec, and ``before`` for acts only known to be past)."""

    DAY = "day"
    DAYS_2_6 = "days_2_6"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    BEFORE = "before"
    UNKNOWN = "unknown"


class PlacePrecision(StrEnum):
    """Precision of a place, finest first; crosswalks to Airwars, UCDP, ACLED and Atlos exist."""

    EXACT = "exact"
    SITE = "site"
    STREET_OR_NEIGHBOURHOOD = "street_or_neighbourhood"
    SETTLEMENT = "settlement"
    NEAR_SETTLEMENT = "near_settlement"
    ADM3 = "adm3"
    ADM2 = "adm2"
    ADM1 = "adm1"
    REGION_OR_LINE = "region_or_line"
    COUNTRY = "country"
    SEA_OR_AIRSPACE = "sea_or_airspace"


class PositionValue(StrEnum):
    """What a party holds of an incident (HURIDOCS micro-thesaurus 28)."""

    ACKNOWLEDGES = "acknowledges"
    DENIES_ACT = "denies_act"
    DENIES_RESPONSIBILITY = "denies_responsibility"
    ALTERNATIVE_EXPLANATION = "alternative_explanation"
    ACCEPTS_RESPONSIBILITY = "accepts_responsibility"
    CLAIMS_RESPONSIBILITY = "claims_responsibility"


class SourceKind(StrEnum):
    """Who speaks."""

    STATE = "state"
    STATE_ORGAN = "state_organ"
    OFFICIAL = "official"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    ARMED_GROUP = "armed_group"
    NGO = "ngo"
    MEDIA = "media"
    MEDICAL = "medical"
    RESCUE = "rescue"
    WITNESS = "witness"
    LOCAL = "local"
    UNNAMED = "unnamed"
    AUTHOR = "author"
    UNKNOWN = "unknown"


class Sensitivity(StrEnum):
    """How much care a record needs; everything starts as ``restricted``."""

    OPEN = "open"
    RESTRICTED = "restricted"
    SECRET = "secret"  # noqa: S105  # a degree of sensitivity, no password


class LayerKind(StrEnum):
    """Where the text of a layer comes from."""

    NATIVE = "native"
    OCR = "ocr"
    TRANSCRIPT = "transcript"
    TRANSLATION = "translation"
