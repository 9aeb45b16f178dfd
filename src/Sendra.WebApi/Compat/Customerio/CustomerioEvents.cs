using System.Text.Json;
using MediatR;
using Sendra.Application.Events.SendEvent;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Events;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>Sends the events of Customer.io's clients, whichever call has them.</summary>
internal sealed class CustomerioEvents(IMediator mediator, TimeProvider clock)
{
    public async Task SendAsync(
        CustomerioPerson person, string? name, RawJson? data, JsonElement? timestamp, string? id, HttpResponse response, CancellationToken cancellationToken)
    {
        var occurredAt = CompatTime.Read(timestamp, clock.GetUtcNow());
        var sent = await mediator.Send(
            new SendEventCommand(
                person.Email, name, data, OccurredAt: occurredAt, Key: KeyOf(id), ExternalId: person.ExternalId, Client: EventClient.Customerio),
            cancellationToken);
        response.WarnNotUsed(timestamp is { ValueKind: not JsonValueKind.Null } && occurredAt is null ? ["timestamp"] : []);
        response.Warn(sent.Outcome.Warnings, "id", "data");
    }

    private static IdempotencyKey? KeyOf(string? id) => id switch
    {
        null => null,
        _ when IdempotencyKey.IsLegal(id) => IdempotencyKey.OfClient(EventClient.Customerio, id),
        _ => throw JsonBody.Wrong("id", $"must be 1 to {IdempotencyKey.MaxLength} printable ASCII characters"),
    };
}
