using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Events;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Loads what a batch of requests depends on: few round trips, however many events.</summary>
internal sealed class BatchLoader(RulesCache cache, WorkflowCache workflows)
{
    /// <summary>Loads contacts (locked when asked), rules and runs.</summary>
    /// <param name="locking">True to hold the contacts against other writers.</param>
    /// <param name="others">What else to read after the contacts, in the same round trip.</param>
    public async Task<WorkingSet> LoadAsync(
        BulkSession session, IReadOnlyList<IngestionRequest> requests, bool locking, params IEnumerable<RowOperation> others)
    {
        var named = await NamedContacts.FindAsync(
            session, [.. requests.SelectMany(request => request.Events, (request, incoming) => (request.WorkspaceId, incoming.Person))]);
        var contacts = new List<Contact>();
        var versions = new Dictionary<WorkspaceId, Guid>();
        await session.ReadAsync(
            locking,
            [
                ContactSql.SelectContacts.Read(named.ToLoad(), row => contacts.Add(ContactSql.ReadContact(row))),
                RulesSql.SelectRulesVersions.Read(
                    [.. requests.Select(request => request.WorkspaceId).Distinct()],
                    row => versions.Add(row.Id<WorkspaceId>(0), row.Uuid(1))),
                .. others,
            ]);

        if (locking)
        {
            named.RequireUnchanged(contacts);
        }

        var rules = new Dictionary<WorkspaceId, WorkspaceRules>(versions.Count);
        foreach (var (workspaceId, version) in versions)
        {
            rules.Add(workspaceId, await cache.GetAsync(workspaceId, version));
        }

        var waits = new ContactWaits();
        var senders = new List<WaitingRun>();
        var runs = await LoadRunsAsync(session, requests, rules, named, contacts, waits, senders);
        var histories = await LoadHistoriesAsync(session, requests, rules, named, contacts, [.. waits.Runs, .. senders]);
        return new WorkingSet(rules, contacts, runs, waits, histories, senders, await LoadPlacesAsync(session, rules, [.. waits.Runs, .. senders]), await FeedbackLoader.LoadAsync(session, requests));
    }

    /// <summary>Reads the first answers to the keys of these requests, as far as they were used before.</summary>
    public static RowOperation ReadAnswers(
        IEnumerable<IngestionRequest> requests, Dictionary<(WorkspaceId WorkspaceId, string Key), FirstAnswer> answers) =>
        AnswerSql.SelectAnswers.Read(
            [.. requests.SelectMany(request => request.Keys, (request, key) => (request.WorkspaceId, key.Stored)).Distinct()],
            row => answers.Add((row.Id<WorkspaceId>(0), row.Text(1)), AnswerSql.ReadAnswer(row)));

    /// <summary>What became of these deliveries so far, as the database has it.</summary>
    public static async Task<Dictionary<DeliveryId, DeliveryFate>> LoadFatesAsync(
        BulkSession session, IEnumerable<(WorkspaceId WorkspaceId, DeliveryId DeliveryId)> deliveries)
    {
        var fates = new Dictionary<DeliveryId, DeliveryFate>();
        await session.ReadAsync(locking: false, DeliverySql.SelectDeliveryFates.Read(
            [.. deliveries.Distinct()],
            row => fates.Add(row.Id<DeliveryId>(0), new DeliveryFate((DeliveryStatus)row.Int(1), row.IdOrNull<EventId>(2)))));
        return fates;
    }

    /// <summary>The events of first answers that deliveries repeat, as far as they are no longer in the log: erased, or too old.</summary>
    /// <param name="answers">The first answers to their keys.</param>
    public static async Task<HashSet<EventId>> LoadGoneAsync(
        BulkSession session, IEnumerable<IngestionRequest> requests, Dictionary<(WorkspaceId WorkspaceId, string Key), FirstAnswer> answers)
    {
        var repeated = new HashSet<(WorkspaceId WorkspaceId, EventId EventId)>();
        foreach (var request in requests)
        {
            foreach (var key in request.Delivery is null ? [] : request.Keys)
            {
                if (answers.TryGetValue((request.WorkspaceId, key.Stored), out var first))
                {
                    repeated.Add((request.WorkspaceId, first.Answer.Outcomes[0].EventId!.Value));
                }
            }
        }

        var gone = repeated.Select(row => row.EventId).ToHashSet();
        await session.ReadAsync(locking: false, EventSql.SelectKept.Read([.. repeated], row => gone.Remove(row.Id<EventId>(0))));
        return gone;
    }

    // Of the workspaces whose steps send events, by the newest version or by one that a run of the batch follows.
    private static Task<Dictionary<WorkspaceId, EventPlaces>> LoadPlacesAsync(
        BulkSession session, Dictionary<WorkspaceId, WorkspaceRules> rules, IReadOnlyList<WaitingRun> runs) => PlacesLoader.LoadAsync(
            session,
            [.. rules.Where(of => of.Value.SendsEvents).Select(of => of.Key).Union(runs.Where(one => one.Workflow.SendsEvents).Select(one => one.Run.WorkspaceId))]);

    private static async Task<Dictionary<ContactId, EventHistory>> LoadHistoriesAsync(
        BulkSession session,
        IReadOnlyList<IngestionRequest> requests,
        Dictionary<WorkspaceId, WorkspaceRules> rules,
        NamedContacts named,
        List<Contact> contacts,
        IReadOnlyList<WaitingRun> runs)
    {
        var waiting = runs.Where(run => run.Workflow.History.Count > 0).ToLookup(run => run.Run.ContactId, run => run.Workflow.History);
        if (waiting.Count == 0 && rules.Values.All(of => of.AllHistory.Count == 0))
        {
            return [];
        }

        var known = contacts.ToDictionary(contact => (contact.WorkspaceId, contact.Email));
        var asked =
            from request in requests
            from incoming in request.Events
            where !incoming.IsHistory
            from address in named.AddressesOf(request.WorkspaceId, incoming.Person)
            where known.ContainsKey((request.WorkspaceId, address))
            select (known[(request.WorkspaceId, address)], rules[request.WorkspaceId].HistoryFor(incoming.Name.Value));
        return await EventHistoryLoader.LoadAsync(
            session, asked.Concat(contacts.SelectMany(contact => waiting[contact.Id].Select(needed => (contact, needed)))));
    }

    private async Task<IEnumerable<KeyValuePair<RunsKey, ContactRuns>>> LoadRunsAsync(
        BulkSession session,
        IReadOnlyList<IngestionRequest> requests,
        Dictionary<WorkspaceId, WorkspaceRules> rules,
        NamedContacts named,
        List<Contact> contacts,
        ContactWaits waits,
        List<WaitingRun> senders)
    {
        var waitedOn = new HashSet<(WorkspaceId WorkspaceId, ContactId ContactId)>();
        var known = contacts.ToDictionary(contact => (contact.WorkspaceId, contact.Email));
        var needed = new NeededRuns();
        foreach (var request in requests)
        {
            var of = rules[request.WorkspaceId];
            foreach (var incoming in request.Events)
            {
                foreach (var address in named.AddressesOf(request.WorkspaceId, incoming.Person))
                {
                    if (known.TryGetValue((request.WorkspaceId, address), out var contact))
                    {
                        // History moves nobody, so it needs nobody's runs.
                        if (!incoming.IsHistory)
                        {
                            needed.Add(request.WorkspaceId, of, contact.Id, incoming);
                        }

                        if (of.ContactsAreWaitedOn && (of.MayChangeContact(incoming) || request.Sender is not null || incoming.Person.MayChangeId(contact.ExternalId)))
                        {
                            waitedOn.Add((request.WorkspaceId, contact.Id));
                        }
                    }
                }
            }
        }

        var lastRuns = new Dictionary<RunsKey, LastRun>();
        var holders = new Dictionary<(RunsKey, KeyHash), EnrollmentId>();
        var active = new List<Enrollment>();
        var waiting = new List<Enrollment>();
        var runs = new Dictionary<EnrollmentId, Enrollment>();
        var sending = new List<Enrollment>();
        var effects = new Dictionary<EnrollmentId, Effect>();
        (WorkspaceId WorkspaceId, EnrollmentId Id, int Visit)[] wanted =
            [.. requests.Where(request => request.Sender is not null).Select(request => (request.WorkspaceId, request.Sender!.Id, request.Sender.Visit)).Distinct()];
        await session.ReadAsync(
            locking: false,

            // The last runs before the active ones: what is seen of a run that somebody begins in between is that it is active, or that its number is taken.
            EnrollmentSql.SelectLastRuns.Read([.. needed.LastRuns], row => lastRuns.Add(EnrollmentSql.ReadRunsKey(row), new LastRun(row.IntOrNull(3) ?? 0))),
            EnrollmentSql.SelectLastEnrollments.Read(
                [.. needed.LastEnrollments], row => lastRuns.Add(EnrollmentSql.ReadRunsKey(row), new LastRun(row.Int(3), row.Id<EnrollmentId>(4)))),
            RunSql.SelectActive.Read([.. needed.Active], row => active.Add(Run(row))),
            RunSql.SelectActiveWithTriggers.Read([.. needed.ActiveWithTriggers], row =>
            {
                active.Add(Run(row));
                RunSql.NoteTrigger(row, active[^1], waits.Events);
            }),
            EnrollmentSql.SelectNewestActiveRuns.Read([.. needed.NewestActive], row => active.Add(Run(row))),
            EnrollmentSql.SelectKeyHolders.Read(
                [.. needed.Keys], row => holders.Add((EnrollmentSql.ReadRunsKey(row), KeyHash.Read(row.BytesOrNull(3))), row.Id<EnrollmentId>(4))),
            RunSql.SelectAwaiting.Read([.. needed.Awaiting], row => waiting.Add(Run(row))),
            RunSql.SelectAwaitingWithTriggers.Read([.. needed.AwaitingWithTriggers], row =>
            {
                waiting.Add(Run(row));
                RunSql.NoteTrigger(row, waiting[^1], waits.Events);
            }),
            RunSql.SelectWaitingOnContact.Read([.. waitedOn], row =>
            {
                waiting.Add(Run(row));
                RunSql.NoteEvents(row, waiting[^1], waits.Events);
            }),
            RunSql.SelectRuns.Read(Array.ConvertAll(wanted, one => (one.WorkspaceId, one.Id)), row =>
            {
                sending.Add(Run(row));
                RunSql.NoteEvents(row, sending[^1], waits.Events);
            }),
            OutboxSql.SelectOfRuns.Read(wanted, row => effects.Add(row.Id<EnrollmentId>(1), OutboxSql.ReadEffect(row))));
        foreach (var run in waiting)
        {
            waits.Add(await WithWorkflowAsync(run));
        }

        foreach (var run in sending)
        {
            senders.Add(await WithWorkflowAsync(run) with { Effect = effects.GetValueOrDefault(run.Id) });
        }

        return needed.Fill(lastRuns, active, holders, waits.Events);

        async ValueTask<WaitingRun> WithWorkflowAsync(Enrollment run) =>
            new(run, await workflows.GetAsync(run.WorkspaceId, run.AutomationId, run.Version));

        // The same run is one object, whatever it was loaded for.
        Enrollment Run(RowReader row)
        {
            var id = row.Id<EnrollmentId>(0);
            if (!runs.TryGetValue(id, out var run))
            {
                runs.Add(id, run = RunSql.ReadRun(row));
            }

            return run;
        }
    }
}
