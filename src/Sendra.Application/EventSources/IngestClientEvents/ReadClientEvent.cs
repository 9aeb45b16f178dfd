using System.Text;
using Sendra.Application.Ingestion;
using Sendra.Domain.Events;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.IngestClientEvents;

/// <summary>A client's event as its source reads it.</summary>
/// <param name="Body">What was sent.</param>
/// <param name="Payload">The same, read; null when it can't be.</param>
/// <param name="DeliveryId">The client's id of it, or null.</param>
/// <param name="Mapped">What was read, or null.</param>
/// <param name="Skip">Why nothing was read, or null.</param>
internal sealed record ReadClientEvent(byte[] Body, Payload? Payload, string? DeliveryId, MappedDelivery? Mapped, SkipReason? Skip)
{
    /// <summary>What it is declared as.</summary>
    public const string ContentType = "application/json";

    public static ReadClientEvent Of(EventSource source, ClientEvent sent)
    {
        var body = Encoding.UTF8.GetBytes(sent.Json.Text);
        var reading = DeliveryReading.Of(source.Mapping, body, ContentType, RequestHeaders.None);
        var item = reading.Items[0];
        return new ReadClientEvent(body, reading.Payload, item.DeliveryId, sent.Skip is null ? item.Mapped : null, sent.Skip ?? item.Skip);
    }

    public IncomingEvent ToIncoming(EventSourceId sourceId, EventClient client, DateTimeOffset? occurredAt) =>
        new(Mapped!.Person, Mapped.EventName, Mapped.Properties, Mapped.ContactProperties, occurredAt, EventOrigin.By(client))
        {
            Key = DeliveryId is { } id ? IdempotencyKey.OfDelivery(sourceId, id) : null,
        };

    /// <summary>The same, which was not taken after all.</summary>
    public ReadClientEvent Refused(EventRefusal refusal) => this with
    {
        // Nobody has the id, and there is no address by which a contact could be made.
        Skip = refusal.Code == EventRefusal.ContactUnknownCode && Mapped!.SkipWhenUnknown is { } unknown
            ? unknown with { Code = SkipCode.EmailMissing }
            : new SkipReason(refusal.Code, refusal.Message),
    };
}
