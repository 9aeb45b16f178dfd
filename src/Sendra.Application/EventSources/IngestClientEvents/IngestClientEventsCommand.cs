using MediatR;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Application.EventSources.IngestClientEvents;

/// <summary>
/// Takes events that another product's client sent in its own form, as the key's own source reads them. What can't be read is recorded there as
/// skipped, like a delivery (S5), and each event's own id makes a repeat known (S6).
/// </summary>
/// <param name="Client">The product.</param>
/// <param name="ApiKeyId">The key that they came with.</param>
/// <param name="Events">The events, in order.</param>
public sealed record IngestClientEventsCommand(EventClient Client, ApiKeyId ApiKeyId, IReadOnlyList<ClientEvent> Events)
    : IRequest<IReadOnlyList<ContactWarning>>;
