using FluentValidation;
using FluentValidation.Results;
using MediatR;
using NodaTime;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.EventPatterns;
using Sendra.Application.Messages;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Automations.TestAutomation;

internal sealed class TestAutomationHandler(
    IRepository<Automation> automations,
    IRepository<AutomationVersion> versions,
    IRepository<CustomField> customFields,
    IRepository<Workspace> workspaces,
    IRepository<EventPattern> patterns,
    IWorkspaceContext workspace,
    OutgoingNetworks networks,
    KnownTemplates templates,
    LongWork work,
    IdGenerator ids) : IRequestHandler<TestAutomationQuery, TestResult>
{
    public async Task<TestResult> Handle(TestAutomationQuery request, CancellationToken cancellationToken)
    {
        var definition = request.AutomationId is { } saved
            ? await SavedAsync(saved, cancellationToken)
            : request.Definition!.Read(Workflow.None, networks, "definition.");
        await templates.EnsureThereAsync(definition.Workflow, request.AutomationId is null ? "definition." : "", cancellationToken);
        CheckAnswers(request.Answers, definition.Workflow);
        var settings = await workspaces.GetAsync(WorkspaceSpec.ById(workspace.WorkspaceId), "workspace", cancellationToken);
        var fields = await customFields.ListAsync(CustomFieldSpec.All(), cancellationToken);
        var rules = new WalkRules(fields.ToDictionary(field => field.Name, StringComparer.Ordinal), settings.Zone, settings.ContactTimeZoneField);
        var contact = TestContact.Read(request.Contact!.Value, ids.Next<ContactId>(), workspace.WorkspaceId, rules.CustomFields, out var warnings);
        if (await patterns.RejectionOfAsync(request.EventName!, request.EventProperties, cancellationToken) is { } rejection)
        {
            return new TestResult(TestDecision.Rejected(request.EventName!, rejection), [], warnings);
        }

        if (request.EventName != definition.Trigger.Value)
        {
            return new TestResult(TestDecision.OtherTrigger(definition.Trigger.Value, request.EventName!), [], warnings);
        }

        var eventId = ids.Next<EventId>();
        var (decision, run, history) = Decide(definition, contact, eventId, request.EventProperties, rules);
        if (run is null)
        {
            return new TestResult(TestDecision.Of(decision), [], warnings);
        }

        var mails = await templates.ReadAsync(definition.Workflow, cancellationToken);
        var test = new TestRun(definition.Workflow, run, contact, request.EventProperties, history, request.Answers, rules, settings, mails, ids);
        await test.WalkAsync(TimeOrderedId.TimeOf(eventId), part => work.RunAsync(workspace.WorkspaceId, part, cancellationToken));
        return new TestResult(TestDecision.Of(decision), test.Journey, warnings);
    }

    // A draft is tested, too, and what is live is not touched: an automation of the same definition decides, on a contact without a past.
    private (Decision Decision, Enrollment? Run, EventHistory History) Decide(
        AutomationDefinition definition, Contact contact, EventId eventId, RawJson? properties, WalkRules rules)
    {
        var automation = Automation.Create(ids.Next<AutomationId>(), workspace.WorkspaceId, definition);
        var now = TimeOrderedId.TimeOf(eventId);
        automation.Activate(now);
        var runs = ContactRuns.None(workspace.WorkspaceId, automation.Id, contact.Id);
        var history = new EventHistory(NeededHistory.Merge(automation.DependsOnHistory(automation.TriggerEvent).Concat(definition.Workflow.History)));
        history.Add(automation.TriggerEvent, now, properties);
        var context = new ConditionContext(contact, rules.CustomFields, properties, properties, Instant.FromDateTimeOffset(now), rules.Zone, history);
        var decision = automation.Enroll(eventId, automation.TriggerEvent, runs, ids.Next<EnrollmentId>, context)!;
        return (decision, runs.Begun.SingleOrDefault(), history);
    }

    private async Task<AutomationDefinition> SavedAsync(AutomationId id, CancellationToken cancellationToken)
    {
        var automation = await automations.GetAsync(AutomationSpec.ById(id), "automation", cancellationToken);
        var newest = await versions.NewestOfAsync(automation, cancellationToken);
        return automation.ToText().Read(newest.Workflow);
    }

    private static void CheckAnswers(IReadOnlyDictionary<string, TestAnswer> answers, Workflow workflow)
    {
        var waits = workflow.Steps.OfType<WaitForEventStep>().Select(step => step.Id.Value).ToHashSet(StringComparer.Ordinal);
        ValidationFailure[] strays =
        [
            .. from id in answers.Keys.Where(id => !waits.Contains(id)).Take(Workflow.MaxSteps)
               let field = $"answers.{Text.Truncate(id, StepId.MaxLength)}"
               select new ValidationFailure(field, $"{field} names no {WaitForEventStep.TypeName} step."),
        ];
        if (strays.Length > 0)
        {
            throw new ValidationException(strays);
        }
    }
}
