using System.Text;
using FluentValidation;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Application.Automations.TestAutomation;

internal sealed class TestAutomationValidator : AbstractValidator<TestAutomationQuery>
{
    public TestAutomationValidator()
    {
        RuleFor(query => query).Reads("automationId", query => query is { AutomationId: null, Definition: null } ? "or definition is required" : null);
        RuleFor(query => query).Reads("definition", query => query is { AutomationId: not null, Definition: not null } ? "can't be sent with automationId" : null);
        RuleFor(query => query.Contact).Custom((json, context) =>
        {
            foreach (var (field, problem) in TestContact.ProblemsOf(json))
            {
                context.AddFailure(field, $"{field} {problem}.");
            }
        });
        RuleFor(query => query.Contact).Reads("contact", SizeProblem);
        RuleFor(query => query.EventName).Reads("event.eventName", name => EventName.TryParse(name, out _, out var problem) ? null : problem);
        RuleFor(query => query.EventProperties).Reads("event.properties", SizeProblem);
    }

    private static string? SizeProblem(RawJson? json) =>
        json is { } value && Encoding.UTF8.GetByteCount(value.Text) > ReceivedEvent.MaxPropertiesBytes
            ? $"must be at most {ReceivedEvent.MaxPropertiesBytes / 1024} KiB"
            : null;
}
