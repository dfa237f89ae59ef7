//! Mistakes in what documents say together: names, types, operations, calls, events, the platform.
//!
//! `TB02xx` names and references, `TB03xx` types and literals, `TB04xx` operations, `TB05xx` calls between tiers,
//! `TB06xx` events and services, `TB07xx` the platform.

use crate::diag::code::{Code, codes};

codes! {
    UNKNOWN_TYPE "TB0201" "unknown-type";
    UNKNOWN_DOMAIN "TB0202" "unknown-domain";
    MALFORMED_TYPE "TB0203" "malformed-type";
    ILLEGAL_NAME "TB0204" "illegal-name";
    OFF_STYLE_NAME "TB0205" "off-style-name";
    COLLIDING_NAMES "TB0206" "colliding-names";
    RESERVED_NAME "TB0207" "reserved-name";
    REPEATED_NAME "TB0208" "repeated-name";
    DUPLICATE_TYPE "TB0209" "duplicate-type";
    DUPLICATE_CONTRACT "TB0210" "duplicate-contract";
    UNKNOWN_CONTRACT "TB0211" "unknown-contract";
    MALFORMED_REFERENCE "TB0212" "malformed-reference";
    MALFORMED_VERSION "TB0213" "malformed-version";
    DISAGREEING_OWNERS "TB0214" "disagreeing-owners";
    AMBIGUOUS_SHAPE "TB0301" "ambiguous-shape";
    PATCH_OF_NON_RECORD "TB0302" "patch-of-non-record";
    PATCH_IN_NEWTYPE "TB0303" "patch-in-newtype";
    MISPLACED_NULL "TB0304" "misplaced-null";
    NEWTYPE_CYCLE "TB0305" "newtype-cycle";
    ENDLESS_RECORD "TB0306" "endless-record";
    UNION_OF_NON_RECORDS "TB0307" "union-of-non-records";
    TAG_IN_PAYLOAD "TB0308" "tag-in-payload";
    MISAPPLIED_CONSTRAINT "TB0309" "misapplied-constraint";
    MALFORMED_CONSTRAINT "TB0310" "malformed-constraint";
    CONTRADICTORY_CONSTRAINTS "TB0311" "contradictory-constraints";
    MALFORMED_PATTERN "TB0312" "malformed-pattern";
    OPTIONAL_WITH_DEFAULT "TB0313" "optional-with-default";
    REUSED_RESERVED_FIELD "TB0314" "reused-reserved-field";
    MISMATCHED_LITERAL "TB0315" "mismatched-literal";
    UNKNOWN_FIELD "TB0316" "unknown-field";
    MISSING_FIELD "TB0317" "missing-field";
    VIOLATED_CONSTRAINT "TB0318" "violated-constraint";
    MALFORMED_HTTP "TB0401" "malformed-http";
    UNKNOWN_METHOD "TB0402" "unknown-method";
    COLLIDING_ROUTES "TB0403" "colliding-routes";
    AMBIGUOUS_ROUTES "TB0404" "ambiguous-routes";
    UNBOUND_PATH_PARAMETER "TB0405" "unbound-path-parameter";
    UNTYPED_PATH_PARAMETER "TB0406" "untyped-path-parameter";
    UNSUITABLE_PARAMETER "TB0407" "unsuitable-parameter";
    UNSUITABLE_HEADER "TB0408" "unsuitable-header";
    COLLIDING_PARAMETERS "TB0409" "colliding-parameters";
    UNEXPECTED_BODY "TB0410" "unexpected-body";
    UNSUITABLE_BODY "TB0411" "unsuitable-body";
    MISSING_RESPONSE "TB0412" "missing-response";
    UNSUITABLE_STATUS "TB0413" "unsuitable-status";
    UNSUITABLE_LOCATION "TB0414" "unsuitable-location";
    UNKNOWN_ERROR "TB0415" "unknown-error";
    UNSUITABLE_IDEMPOTENCY "TB0416" "unsuitable-idempotency";
    UNSUITABLE_PAGE "TB0417" "unsuitable-page";
    UNSUITABLE_ETAG "TB0418" "unsuitable-etag";
    PUBLIC_WITH_SCOPES "TB0419" "public-with-scopes";
    UNGUARDED_OPERATION "TB0420" "unguarded-operation";
    MALFORMED_DURATION "TB0421" "malformed-duration";
    UNSUITABLE_POLICY "TB0422" "unsuitable-policy";
    UNSUITABLE_LIFECYCLE "TB0423" "unsuitable-lifecycle";
    MISSING_OPERATION "TB0424" "missing-operation";
    EMPTY_SUMMARY "TB0425" "empty-summary";
    FORBIDDEN_CALL "TB0501" "forbidden-call";
    CALL_TO_ITSELF "TB0502" "call-to-itself";
    CALL_CYCLE "TB0503" "call-cycle";
    MISPLACED_CHANNEL "TB0504" "misplaced-channel";
    UNKNOWN_ALIAS "TB0505" "unknown-alias";
    UNCALLED_ALIAS "TB0506" "uncalled-alias";
    DUPLICATE_EVENT "TB0601" "duplicate-event";
    UNKNOWN_EVENT "TB0602" "unknown-event";
    UNSUITABLE_KEY "TB0603" "unsuitable-key";
    FOREIGN_EVENT "TB0604" "foreign-event";
    SEVERAL_PUBLISHERS "TB0605" "several-publishers";
    UNPUBLISHED_EVENT "TB0606" "unpublished-event";
    EVENT_WITHOUT_PUBLISHER "TB0607" "event-without-publisher";
    MISSING_PLATFORM "TB0701" "missing-platform";
    SEVERAL_PLATFORMS "TB0702" "several-platforms";
    UNSUITABLE_PROBLEMS "TB0703" "unsuitable-problems";
    UNSUITABLE_DIRECTORY "TB0704" "unsuitable-directory";
}
