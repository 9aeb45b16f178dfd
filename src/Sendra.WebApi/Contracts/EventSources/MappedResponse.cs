using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>The event that a delivery would become.</summary>
/// <param name="Email">The contact's address; null when only the external id names the person.</param>
/// <param name="ExternalId">The external id; null when none is read.</param>
/// <param name="EventName">The event's name.</param>
/// <param name="EventProperties">The event's properties.</param>
/// <param name="ContactProperties">The contact properties it would set; null for none.</param>
/// <param name="DeliveryId">The sender's delivery id; null if it has none.</param>
/// <param name="Warnings">Contact properties whose path led nowhere, or an external id that could not be read.</param>
public sealed record MappedResponse(
    string? Email,
    string? ExternalId,
    string EventName,
    RawJson EventProperties,
    RawJson? ContactProperties,
    string? DeliveryId,
    IReadOnlyList<ContactWarning> Warnings);
