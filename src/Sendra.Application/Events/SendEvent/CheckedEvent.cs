using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Application.Events.SendEvent;

/// <summary>Turns a validated request into an incoming event.</summary>
internal static class CheckedEvent
{
    public static IncomingEvent From(SendEventCommand command)
    {
        if (!EventName.TryParse(command.EventName, out var name, out var problem))
        {
            throw new InvalidOperationException($"An event came past its validation: it {problem}.");
        }

        DateTimeOffset? occurredAt = command.OccurredAt is { } text && Iso8601.TryParse(text, out var time) ? time : null;
        return new IncomingEvent(
            PersonIn(command), name, command.EventProperties, command.ContactProperties, occurredAt, EventOrigin.By(command.Client), command.History);
    }

    private static Person PersonIn(SendEventCommand command)
    {
        var externalId = ExternalId.TryParse(command.ExternalId, out var id, out _) ? id : null;
        return EmailAddress.TryParse(command.Email, out var email, out var problem)
            ? command switch
            {
                { ContactId: { } contactId } => Person.Known(contactId, email, externalId),
                { ClearsExternalId: true } => Person.WithoutId(email),
                _ => Person.At(email, externalId),
            }
            : Person.With(externalId ?? throw new InvalidOperationException($"An event came past its validation: email {problem}."));
    }
}
