namespace Sendra.Domain.EventSources;

/// <summary>The codes of <see cref="SkipReason"/> (S5). They are part of the HTTP contract: add, never rename.</summary>
public static class SkipCode
{
    /// <summary>The request had no body.</summary>
    public const string EmptyBody = "emptyBody";

    /// <summary>The body is no JSON that Sendra can keep exactly as sent.</summary>
    public const string NotJson = "notJson";

    /// <summary>The body claims to be a form but can't be read as one.</summary>
    public const string NotForm = "notForm";

    /// <summary>The body has a Content-Encoding that Sendra does not read.</summary>
    public const string ContentEncodingUnknown = "contentEncodingUnknown";

    /// <summary>The body can't be decompressed as its Content-Encoding says.</summary>
    public const string ContentEncodingInvalid = "contentEncodingInvalid";

    /// <summary>The body is larger than a delivery can be (S10), before or after it is decompressed. Such deliveries are refused.</summary>
    public const string BodyTooLarge = "bodyTooLarge";

    /// <summary>The body claims to be XML but can't be read as such.</summary>
    public const string NotXml = "notXml";

    /// <summary>The body path leads nowhere.</summary>
    public const string BodyMissing = "bodyMissing";

    /// <summary>The body path leads to something that is no JSON.</summary>
    public const string BodyNotJson = "bodyNotJson";

    /// <summary>The source checks signatures, and has no secret yet (S17).</summary>
    public const string SecretMissing = "secretMissing";

    /// <summary>The certificate that the delivery is signed with couldn't be fetched.</summary>
    public const string CertificateUnavailable = "certificateUnavailable";

    /// <summary>The payload is a list, and one event is read from a delivery.</summary>
    public const string PayloadIsList = "payloadIsList";

    /// <summary>The items path leads nowhere.</summary>
    public const string ItemsMissing = "itemsMissing";

    /// <summary>The items path leads to neither a list nor an object.</summary>
    public const string ItemsNotAList = "itemsNotAList";

    /// <summary>The list of items is empty.</summary>
    public const string NoItems = "noItems";

    /// <summary>The list has more items than one delivery can have.</summary>
    public const string TooManyItems = "tooManyItems";

    /// <summary>The delivery is read as another number of items than when it arrived, so nobody can tell which of them had their effect.</summary>
    public const string ItemsChanged = "itemsChanged";

    /// <summary>The source doesn't take events of this name (S13). Such deliveries are ignored, not skipped.</summary>
    public const string EventNameNotTaken = "eventNameNotTaken";

    /// <summary>The email path leads nowhere.</summary>
    public const string EmailMissing = "emailMissing";

    /// <summary>The email path leads to something other than text.</summary>
    public const string EmailNotAString = "emailNotAString";

    /// <summary>The text at the email path is no email address (E1).</summary>
    public const string EmailInvalid = "emailInvalid";

    /// <summary>The external id path leads nowhere, and no email says whose event it is.</summary>
    public const string ExternalIdMissing = "externalIdMissing";

    /// <summary>The external id path leads to something other than text or a number.</summary>
    public const string ExternalIdNotAString = "externalIdNotAString";

    /// <summary>What stands at the external id path is no external id (E0).</summary>
    public const string ExternalIdInvalid = "externalIdInvalid";

    /// <summary>No contact has the external id, and no email says whose event it is.</summary>
    public const string ContactUnknown = "contactUnknown";

    /// <summary>A mail provider reports on an email that Sendra sent and no longer knows, to somebody who is no contact (M5). Such reports are ignored.</summary>
    public const string MessageUnknown = "messageUnknown";

    /// <summary>A mail provider reports on an email to somebody who is no contact (M5): noted with the message, and ignored as an event.</summary>
    public const string NoContact = "noContact";

    /// <summary>The event name path leads nowhere.</summary>
    public const string EventNameMissing = "eventNameMissing";

    /// <summary>The event name path leads to something other than text.</summary>
    public const string EventNameNotAString = "eventNameNotAString";

    /// <summary>The text at the event name path is no event name (E2).</summary>
    public const string EventNameInvalid = "eventNameInvalid";

    /// <summary>The properties path leads nowhere.</summary>
    public const string PropertiesMissing = "propertiesMissing";

    /// <summary>What would become the event's properties is over the limit (E3).</summary>
    public const string PropertiesTooLarge = "propertiesTooLarge";
}
