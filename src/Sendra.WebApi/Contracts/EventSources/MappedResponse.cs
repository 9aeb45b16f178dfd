using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>The event that a delivery would become.</summary>
/// <param name="Email">The contact's address; null when only the external id names the person.</param>
/// <param name="ExternalId">The external id; null when none is read.</param>
/// <param name="EventName">What happened.</param>
/// <param name="EventProperties">The event's properties.</param>
/// <param name="ContactProperties">What would be patched; null for nothing.</param>
/// <param name="DeliveryId">The sender's id of the delivery; null when it has none.</param>
/// <param name="Warnings">Contact properties whose path led nowhere, or an external id that could not be read.</param>
public sealed record MappedResponse(
    string? Email,
    string? ExternalId,
    string EventName,
    RawJson EventProperties,
    RawJson? ContactProperties,
    string? DeliveryId,
    IReadOnlyList<ContactWarning> Warnings);
