using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <summary>Which contacts, and in which order. A contact must match all that is given.</summary>
public sealed record ContactFilter(EmailAddress? Email, ExternalId? ExternalId, ContactSearch? Search, ContactSort Sort);
