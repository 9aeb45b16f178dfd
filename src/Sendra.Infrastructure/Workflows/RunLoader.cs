using Sendra.Application.Workflows;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Events;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Locks the contacts of some runs in the order that ingestion keeps, and reads the runs again.</summary>
internal static class RunLoader
{
    /// <summary>Loads runs of one workspace; null when the workspace is gone.</summary>
    public static async Task<RunSet?> LoadAsync(BulkSession session, WorkflowTools tools, IReadOnlyList<DueRun> wanted)
    {
        var workspaceId = wanted[0].WorkspaceId;
        var contacts = new Dictionary<ContactId, Contact>();
        Guid? version = null;
        await session.ReadAsync(
            locking: true,
            ContactSql.SelectContacts.Read(
                [.. wanted.Select(run => run.Email).Distinct().Order(StringComparer.Ordinal).Select(email => (workspaceId, email))],
                row => contacts.Add(row.Id<ContactId>(0), ContactSql.ReadContact(row))),
            RulesSql.SelectRulesVersions.Read([workspaceId], row => version = row.Uuid(1)));
        if (version is not { } known)
        {
            return null;
        }

        var rules = await tools.Rules.GetAsync(workspaceId, known);
        var waits = new ContactWaits();
        var runs = new Dictionary<EnrollmentId, Enrollment>();
        var waiting = new List<Enrollment>();
        await session.ReadAsync(
            locking: false,
            RunSql.SelectRuns.Read(
                [.. wanted.Select(run => (workspaceId, run.Id))],
                row =>
                {
                    var run = RunSql.ReadRun(row);
                    runs.Add(run.Id, run);
                    RunSql.NoteEvents(row, run, waits.Events);
                }),
            RunSql.SelectWaitingOnContact.Read(
                rules.ContactsAreWaitedOn ? [.. contacts.Keys.Select(id => (workspaceId, id))] : [],
                row =>
                {
                    waiting.Add(runs.GetValueOrDefault(row.Id<EnrollmentId>(0)) ?? RunSql.ReadRun(row));
                    RunSql.NoteEvents(row, waiting[^1], waits.Events);
                }));
        foreach (var run in waiting)
        {
            waits.Add(await WithWorkflowAsync(tools, run));
        }

        var ready = new List<WaitingRun>(runs.Count);
        foreach (var run in runs.Values.Where(one => contacts.ContainsKey(one.ContactId)))
        {
            ready.Add(await WithWorkflowAsync(tools, run));
        }

        await LoadEffectsAsync(session, ready);
        var places = ready.Exists(one => one.Workflow.SendsEvents) ? await PlacesLoader.LoadAsync(session, [workspaceId]) : [];
        var histories = await EventHistoryLoader.LoadAsync(session, ready.Select(one => (contacts[one.Run.ContactId], one.Workflow.History)));
        return new RunSet(rules, contacts, ready, waits, histories, places.GetValueOrDefault(workspaceId));
    }

    // What runs that are at a step that reaches outside do there.
    private static async Task LoadEffectsAsync(BulkSession session, List<WaitingRun> ready)
    {
        var reaching = ready.FindAll(one => one.Run is { EnteredAt: not null, StepId: { } at } && one.Workflow.Find(at) is { ReachesOut: true });
        if (reaching.Count == 0)
        {
            return;
        }

        var effects = new Dictionary<EnrollmentId, Effect>();
        await session.ReadAsync(locking: false, OutboxSql.SelectOfRuns.Read(
            reaching.ConvertAll(one => (one.Run.WorkspaceId, one.Run.Id, one.Run.VisitNumber)), row => effects.Add(row.Id<EnrollmentId>(1), OutboxSql.ReadEffect(row))));
        for (var i = 0; i < ready.Count; i++)
        {
            ready[i] = ready[i] with { Effect = effects.GetValueOrDefault(ready[i].Run.Id) };
        }
    }

    private static async Task<WaitingRun> WithWorkflowAsync(WorkflowTools tools, Enrollment run) =>
        new(run, await tools.Workflows.GetAsync(run.WorkspaceId, run.AutomationId, run.Version));
}
