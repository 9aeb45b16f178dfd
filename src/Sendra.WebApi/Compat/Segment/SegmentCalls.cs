using System.Globalization;
using System.Text.Json;
using MediatR;
using Sendra.Application.EventSources.IngestClientEvents;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Domain.EventSources;
using Sendra.WebApi.Compat.Common;

namespace Sendra.WebApi.Compat.Segment;

/// <summary>Does calls of Segment's clients in order: events that follow one another go in together.</summary>
internal sealed class SegmentCalls(IMediator mediator, ApiKeyId key, DateTimeOffset now, HttpResponse response)
{
    private readonly CompatContacts _contacts = new(mediator);
    private readonly List<ClientEvent> _events = [];

    public async Task ApplyAsync(IEnumerable<(string? Type, SegmentCall Call)> calls, CancellationToken cancellationToken)
    {
        foreach (var (type, call) in calls)
        {
            switch (type)
            {
                case "track":
                    Add(call);
                    break;
                case "identify":
                    await SendAsync(cancellationToken);
                    await IdentifyAsync(call, cancellationToken);
                    break;
                default:
                    response.WarnNotUsed([type ?? "type"]);
                    break;
            }
        }

        await SendAsync(cancellationToken);
    }

    private void Add(SegmentCall call, SkipReason? skip = null)
    {
        var occurredAt = CompatTime.Read(call.Timestamp, now);
        response.WarnNotUsed(call.Timestamp is not null && occurredAt is null ? ["timestamp"] : []);
        _events.Add(new ClientEvent(call.ToJson(), occurredAt is null ? null : DateTimeOffset.Parse(occurredAt, CultureInfo.InvariantCulture), skip));
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (_events.Count > 0)
        {
            var warnings = await mediator.Send(new IngestClientEventsCommand(EventClient.Segment, key, [.. _events]), cancellationToken);
            _events.Clear();
            response.Warn(warnings.DistinctBy(warning => warning.Field), "userId", "properties");
        }
    }

    private async Task IdentifyAsync(SegmentCall call, CancellationToken cancellationToken)
    {
        var traits = ObjectIn(call.Traits) ?? ObjectIn(Field(call.Context, "traits"));
        var properties = traits?.EnumerateObject()
            .Where(trait => trait.Name is not ("email" or "externalId"))
            .Select(trait => KeyValuePair.Create(OurName(trait.Name), trait.Value))
            .DistinctBy(trait => trait.Key).ToArray() ?? [];
        var text = TextIn(Field(traits, "email"));
        var userId = ExternalId.TryParse(TextIn(call.UserId), out var id, out _) ? id.Value : null;
        if (text is not null && EmailAddress.TryParse(text, out var email, out _))
        {
            var saved = await _contacts.SaveAsync(email.Value, userId, properties, cancellationToken);
            response.Warn(saved.Contact.Warnings ?? [], "userId", "properties");
        }
        else if (text is null && userId is not null && await _contacts.ByExternalIdAsync(userId, cancellationToken) is { } known)
        {
            var edited = await _contacts.EditAsync(known.Id, null, properties, cancellationToken);
            response.Warn(edited.Warnings ?? [], "userId", "properties");
        }
        else
        {
            Add(call, text is null
                ? new SkipReason(SkipCode.EmailMissing, "This identify has no `traits.email`, and its `userId` is nobody's yet. Send it once together with the email.")
                : new SkipReason(SkipCode.EmailInvalid, "At `traits.email` stands no email address."));
        }
    }

    private static JsonElement? ObjectIn(JsonElement? value) => value is { ValueKind: JsonValueKind.Object } ? value : null;

    private static JsonElement? Field(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

    private static string? TextIn(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        null => null,
        _ => "",
    };

    private static string OurName(string trait) => trait switch
    {
        "first_name" => "firstName",
        "last_name" => "lastName",
        _ => trait,
    };
}
