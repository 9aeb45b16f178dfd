using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MediatR;
using ModelContextProtocol.Server;
using Sendra.Application.Automations.GetAutomation;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.ListContacts;
using Sendra.Application.Enrollments;
using Sendra.Application.Enrollments.GetEnrollment;
using Sendra.Application.Enrollments.ListEnrollments;
using Sendra.Application.Events;
using Sendra.Application.Events.GetEvent;
using Sendra.Application.Events.QueryEventLog;
using Sendra.WebApi.Contracts.Enrollments;

namespace Sendra.WebApi.Mcp;

/// <summary>What assistants ask about contacts' runs through automations.</summary>
/// <param name="mediator">Carries queries to their handlers.</param>
[McpServerToolType]
internal sealed class EnrollmentTools(IMediator mediator)
{
    // What is asked is nearly always about the newest.
    private const int Explained = 5;

    [McpServerTool(Name = "explain_contact", Title = "Why did a contact (not) get in?", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Answers why a contact did or didn't get into an automation. Returns the contact, the automation's trigger and status, what the automation decided on the contact's newest trigger events, with the reasons in words, and the contact's runs through it.")]
    public async Task<string> ExplainContactAsync(
        [Description("The contact's email address.")] string email,
        [Description("The automation's id, from list_automations.")] string automationId,
        CancellationToken cancellationToken = default)
    {
        var automation = await mediator.Send(new GetAutomationQuery(ToolArguments.Id<AutomationId>(automationId, "automationId")), cancellationToken);
        var contact = (await mediator.Send(new ListContactsQuery(new ContactFilterText(email, null, null, null), new Paging(1)), cancellationToken)).Items.SingleOrDefault();
        var filter = new LogFilterText { EventName = [automation.TriggerEvent], Email = email };
        var events = await mediator.Send(new QueryEventLogQuery(filter, new Paging(Explained)), cancellationToken);
        var decisions = new List<ContactDecision>();
        foreach (var logged in events.Items)
        {
            var details = await mediator.Send(new GetEventQuery(logged.Id), cancellationToken);
            decisions.AddRange(details.Decisions.Where(decision => decision.AutomationId == automation.Id).Select(decision => new ContactDecision(logged.Id, logged.ReceivedAt, decision)));
        }

        var runs = await mediator.Send(new ListEnrollmentsQuery(automation.Id, null, email, [], null, null, new Paging(Explained)), cancellationToken);
        var summary = (contact, decisions) switch
        {
            (null, _) => $"No contact has the address {email}: no event of theirs has arrived, or they were erased.",
            _ when events.Items.Count == 0 => $"The log has no {automation.TriggerEvent} of {email}, which is what enrolls contacts in this automation. It is {automation.Status.ToString().ToLowerInvariant()}.",
            (_, []) => $"The automation decided nothing on the newest {automation.TriggerEvent} of {email}: it did not listen to it when it arrived, or the event was sent as history.",
            (_, [var newest, ..]) => newest.Decision.Reason,
        };
        return ToolAnswer.Of(new ContactExplanation(
            summary, email, contact?.Id, automation.Id, automation.Name, automation.Status, automation.TriggerEvent, automation.TriggerWhere, automation.Frequency, decisions, runs.Items));
    }

    [McpServerTool(Name = "list_enrollments", Title = "List enrollments", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Lists enrollments, newest first: contacts' runs through automations, with status and current step.")]
    public async Task<string> ListAsync(
        [Description("Only runs through this automation.")] string? automationId = null,
        [Description("Only runs of the contact with this email address.")] string? email = null,
        [Description("Only runs with this status. parked: a step failed too often, and the run waits for somebody.")][AllowedValues("active", "completed", "exited", "parked", null)] string? status = null,
        [Description("How many runs to return. Default: 20.")][Range(1, ToolArguments.MaxItems)] int? limit = null,
        [Description("The nextCursor of the page before.")] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        AutomationId? automation = automationId is null ? null : ToolArguments.Id<AutomationId>(automationId, "automationId");
        IReadOnlyList<RunStatus> statuses = ToolArguments.Choice<RunStatus>(status, "status") is { } one ? [one] : [];
        return ToolAnswer.Of(await mediator.Send(new ListEnrollmentsQuery(automation, null, email, statuses, null, null, ToolArguments.Page(limit, cursor)), cancellationToken));
    }

    [McpServerTool(Name = "explain_enrollment", Title = "Explain an enrollment", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Returns one run with its journey: every step that it visited, when, which path it took and why, in words, and why it ended.")]
    public async Task<string> ExplainAsync(
        [Description("The enrollment's id.")] string enrollmentId, CancellationToken cancellationToken = default) =>
        ToolAnswer.Of(EnrollmentJourneyResponse.From(await mediator.Send(new GetEnrollmentQuery(ToolArguments.Id<EnrollmentId>(enrollmentId, "enrollmentId")), cancellationToken)));
}
