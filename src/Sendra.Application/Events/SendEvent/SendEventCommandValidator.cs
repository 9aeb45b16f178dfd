using System.Text;
using FluentValidation;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Application.Events.SendEvent;

/// <summary>What a sender can write. The names are those of the JSON fields.</summary>
internal sealed class SendEventCommandValidator : AbstractValidator<SendEventCommand>
{
    public SendEventCommandValidator(TimeProvider clock)
    {
        RuleFor(command => command.Email).Custom((text, context) =>
        {
            var mayBeLeftOut = context.InstanceToValidate.ExternalId is not null;
            if (!(text is null && mayBeLeftOut) && !EmailAddress.TryParse(text, out _, out var problem))
            {
                context.AddFailure("email", $"email {problem}.");
            }
        });
        RuleFor(command => command.ExternalId).Custom((text, context) =>
        {
            if (text is not null && !ExternalId.TryParse(text, out _, out var problem))
            {
                context.AddFailure("externalId", $"externalId {problem}.");
            }
        });
        RuleFor(command => command.EventName).Custom((text, context) =>
        {
            if (!EventName.TryParse(text, out _, out var problem))
            {
                context.AddFailure("eventName", $"eventName {problem}.");
            }
        });
        RuleFor(command => command.EventProperties).Custom((json, context) => CheckSize("eventProperties", json, context));
        RuleFor(command => command.ContactProperties).Custom((json, context) =>
        {
            if (json is { } value && !value.Text.StartsWith('{'))
            {
                context.AddFailure("contactProperties", "contactProperties must be an object.");
            }

            CheckSize("contactProperties", json, context);
        });
        RuleFor(command => command.OccurredAt).Custom((text, context) =>
        {
            if (text is null)
            {
                return;
            }

            if (!Iso8601.TryParse(text, out var time))
            {
                context.AddFailure("occurredAt", "occurredAt must be an ISO 8601 time, like 2026-01-31T12:00:00Z.");
            }
            else if (time > clock.GetUtcNow() + ReceivedEvent.MaxAhead)
            {
                context.AddFailure("occurredAt", $"occurredAt must not be more than {ReceivedEvent.MaxAhead.TotalMinutes:0} minutes in the future.");
            }
        });
    }

    private static void CheckSize(string field, RawJson? json, ValidationContext<SendEventCommand> context)
    {
        if (json is { } value && Encoding.UTF8.GetByteCount(value.Text) > ReceivedEvent.MaxPropertiesBytes)
        {
            context.AddFailure(field, $"{field} must be at most {ReceivedEvent.MaxPropertiesBytes / 1024} KiB.");
        }
    }
}
