using System.Runtime.CompilerServices;
using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Automations.SimulateAutomation;

internal sealed class SimulateAutomationHandler(
    IRepository<Automation> automations,
    IRepository<AutomationVersion> versions,
    IRepository<CustomField> customFields,
    IRepository<Workspace> workspaces,
    IAutomationHistory history,
    IWorkspaceContext workspace,
    IReadReplica replica,
    SimulationPlaces places,
    LongWork work,
    TimeProvider clock) : IRequestHandler<SimulateAutomationQuery, IAsyncEnumerable<SimulationStep>>
{
    // So many parts of the history make a step.
    private const int PartsPerStep = 10;

    // Properties may be large.
    private const int ConditionsAtOnce = 100;

    public async Task<IAsyncEnumerable<SimulationStep>> Handle(SimulateAutomationQuery request, CancellationToken cancellationToken)
    {
        var saved = request.AutomationId is { } id
            ? await automations.GetAsync(AutomationSpec.ById(id), "automation", cancellationToken)
            : null;
        var now = clock.GetUtcNow();
        var text = saved?.ToText() ?? new DefinitionText("Simulation", null);
        var isSame = request.Frequency is null || request.Frequency == text.Frequency;
        var definition = text with
        {
            Trigger = request.Trigger ?? text.Trigger,
            Frequency = request.Frequency ?? text.Frequency,
            FrequencyPeriod = request.FrequencyPeriod ?? (isSame ? text.FrequencyPeriod : null),
            FrequencyKey = request.FrequencyKey ?? (isSame ? text.FrequencyKey : null),
            ExitEvents = request.ExitEvents ?? text.ExitEvents,
            ExitConditions = request.ExitConditions ?? (request.ExitEvents is null ? text.ExitConditions : null),
            Steps = request.Steps,
        };
        var read = definition.Read(saved is null ? Workflow.None : (await versions.NewestOfAsync(saved, cancellationToken)).Workflow);
        var automation = Automation.Create(saved?.Id ?? default, workspace.WorkspaceId, read);
        automation.Activate(now);
        var (to, known) = (FilterTimes.To(request.To), replica.Use());
        return RunAsync(automation, read.Workflow, saved is not null, FilterTimes.From(request.From), to < known ? to.Value : known, cancellationToken);
    }

    private async IAsyncEnumerable<SimulationStep> RunAsync(
        Automation automation, Workflow workflow, bool hasPast, DateTimeOffset? from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var place = places.Take(automation.WorkspaceId);
        yield return new SimulationStep(0);

        DateTimeOffset? pastEnds = null;
        if (hasPast)
        {
            // What was purged is past too: no period begins before the log does.
            var kept = await history.OldestAsync(cancellationToken);
            pastEnds = from > kept ? from : kept;
        }

        var first = from is { } begin ? TimeOrderedId.LowerBound<EventId>(begin) : default;
        var events = new PastEvents(
            history, [.. automation.ExitEvents.Append(automation.TriggerEvent).Distinct(StringComparer.Ordinal)], first, TimeOrderedId.LowerBound<EventId>(to), work, automation.WorkspaceId);
        var most = await history.MostContactsAsync(
            [.. hasPast ? automation.ExitEvents.Append(automation.TriggerEvent) : [automation.TriggerEvent]], automation.FrequencyKey is null ? places.ContactsAtOnce : long.MaxValue, cancellationToken);
        var rounds = (uint)((most / places.ContactsAtOnce) + 1);
        var fields = await customFields.ListAsync(CustomFieldSpec.All(), cancellationToken);
        var settings = await workspaces.GetAsync(WorkspaceSpec.ById(automation.WorkspaceId), "workspace", cancellationToken);
        var rules = new WalkRules(fields.ToDictionary(field => field.Name, StringComparer.Ordinal), settings.Zone, settings.ContactTimeZoneField);
        var conditions = new PastConditions(automation, history, rules.CustomFields, rules.Zone);
        var simulation = new Simulation(automation);
        for (var round = 0u; round < rounds; round++)
        {
            DateTimeOffset? oldest = null;
            var parts = 0;
            await foreach (var part in events.ReadAsync(cancellationToken))
            {
                (string Name, PastEvent Event)[] mine =
                    [.. part.Where(one => !one.Event.IsHistory && (rounds == 1 || (uint)one.Event.ContactId.GetHashCode() % rounds == round))];
                if (pastEnds is { } at)
                {
                    await work.RunAsync(automation.WorkspaceId, () => RecallAsync(simulation, automation, mine, at, cancellationToken), cancellationToken);
                }

                foreach (var some in mine.Chunk(ConditionsAtOnce))
                {
                    await work.RunAsync(automation.WorkspaceId, () => TakeAsync(simulation, conditions, some, cancellationToken), cancellationToken);
                }

                oldest ??= TimeOrderedId.TimeOf(part[0].Event.Id);
                if (++parts % PartsPerStep == 0)
                {
                    var done = (TimeOrderedId.TimeOf(part[^1].Event.Id) - oldest.Value) / (to - oldest.Value);
                    yield return new SimulationStep((round + Math.Clamp(done, 0, 1)) / rounds);
                }
            }

            simulation.Settle();
        }

        var walks = new StepWalks(workflow, rules);
        if (workflow.HasSteps)
        {
            await WalkAsync(walks, simulation.FirstEnrolled, workflow.History, cancellationToken);
        }

        var emails = await history.EmailsAsync(simulation.Named, cancellationToken);
        yield return new SimulationStep(1, simulation.Result(from, to, emails, walks));
    }

    private async Task TakeAsync(
        Simulation simulation, PastConditions conditions, IReadOnlyList<(string Name, PastEvent Event)> some, CancellationToken cancellationToken)
    {
        var contexts = await conditions.GatherAsync(some, cancellationToken);
        var triggers = await GatherTriggersAsync(simulation.TriggersFor(some), cancellationToken);
        foreach (var (name, past) in some)
        {
            simulation.Take(name, past, contexts.GetValueOrDefault(past.Id), triggers);
        }
    }

    // A contact or an event that is gone by now is left out.
    private async Task WalkAsync(
        StepWalks walks, IReadOnlyList<(EventId EventId, ContactId ContactId)> enrolled, IReadOnlyList<NeededHistory> asked, CancellationToken cancellationToken)
    {
        foreach (var some in enrolled.Chunk(ConditionsAtOnce))
        {
            await work.RunAsync(workspace.WorkspaceId, () => WalkSomeAsync(some), cancellationToken);
        }

        async Task WalkSomeAsync((EventId EventId, ContactId ContactId)[] some)
        {
            var properties = await history.PropertiesAsync(Array.ConvertAll(some, one => one.EventId), cancellationToken);
            var contacts = await history.ContactsAsync(Array.ConvertAll(some, one => one.ContactId), cancellationToken);
            var kept = Array.FindAll(some, one => properties.ContainsKey(one.EventId) && contacts.ContainsKey(one.ContactId));
            var earlier = asked.Count == 0
                ? null
                : await history.EarlierAsync(Array.ConvertAll(kept, one => (one.EventId, contacts[one.ContactId])), asked, cancellationToken);
            Array.ForEach(kept, one => walks.Take(contacts[one.ContactId], one.EventId, properties[one.EventId], earlier?[one.EventId]));
        }
    }

    // The runs that an automation had when the period began, of the contacts that now come up for the first time.
    private async Task RecallAsync(
        Simulation simulation, Automation automation, IReadOnlyList<(string, PastEvent Event)> part, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ContactId[] met = [.. part.Select(one => one.Event.ContactId).Distinct().Where(simulation.IsNew)];
        if (met.Length > 0)
        {
            var runs = await history.RunsAtAsync(automation.Id, met, at, cancellationToken);
            var triggers = automation.ExitConditions is null ? null : await history.TriggersAtAsync(automation.Id, met, at, cancellationToken);
            Array.ForEach(met, contactId => simulation.Know(contactId, runs.GetValueOrDefault(contactId), triggers?[contactId] ?? []));
            if (automation.FrequencyKey is not null)
            {
                simulation.Know(await history.KeysAtAsync(automation.Id, met, at, cancellationToken));
            }
        }
    }

    private async Task<KnownEvents?> GatherTriggersAsync(IReadOnlyCollection<EventId> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return null;
        }

        var events = new KnownEvents();
        foreach (var some in ids.Chunk(ConditionsAtOnce))
        {
            var properties = await history.PropertiesAsync(some, cancellationToken);
            Array.ForEach(some, id => events.Note(id, properties.GetValueOrDefault(id)));
        }

        return events;
    }
}
