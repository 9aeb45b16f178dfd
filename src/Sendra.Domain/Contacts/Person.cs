namespace Sendra.Domain.Contacts;

/// <summary>Whom an event names: by address, by external id, or by both; then the address decides, and the contact gets the id (E0).</summary>
public sealed record Person
{
    private Person(EmailAddress? email, ExternalId? externalId, bool clearsExternalId) =>
        (Email, ExternalId, ClearsExternalId) = (email, externalId, clearsExternalId);

    /// <summary>The contact that must still have the address; null when any, or a new one, will do.</summary>
    public ContactId? ContactId { get; private init; }

    /// <summary>The address; null when the external id has to find the contact.</summary>
    public EmailAddress? Email { get; }

    /// <summary>The external id, or null.</summary>
    public ExternalId? ExternalId { get; }

    /// <summary>True when the contact is to lose its external id.</summary>
    public bool ClearsExternalId { get; }

    /// <summary>The contact with this address, whose external id becomes this one if there is one.</summary>
    public static Person At(EmailAddress email, ExternalId? externalId = null) => new(email, externalId, clearsExternalId: false);

    /// <summary>This contact, which has this address. An address that was erased and came again is another contact's.</summary>
    public static Person Known(ContactId contactId, EmailAddress email, ExternalId? externalId = null) => new(email, externalId, clearsExternalId: false) { ContactId = contactId };

    /// <summary>The contact with this address, which loses its external id.</summary>
    public static Person WithoutId(EmailAddress email) => new(email, null, clearsExternalId: true);

    /// <summary>The contact that has this external id.</summary>
    public static Person With(ExternalId externalId) => new(null, externalId, clearsExternalId: false);

    /// <summary>True when the contact's external id, which is this one now, may become another.</summary>
    public bool MayChangeId(string? current) => Email is not null && (ClearsExternalId ? current is not null : ExternalId is not null && ExternalId.Value != current);
}
