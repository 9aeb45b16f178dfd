using System.Text.Json;
using NodaTime;
using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;
using Sendra.Tests.Model;

namespace Sendra.Application.UnitTests.Workflows;

/// <summary>One contact's runs through one automation: events by the <see cref="Decider"/>, and what is due by the <see cref="Walk"/>.</summary>
internal sealed class RealRuns
{
    private static readonly WorkspaceId Workspace = new(Guid.CreateVersion7());
    private static readonly ModelTime Time = new(Walked.Start);
    private static readonly Person Ada = Person.At(EmailAddress.TryParse("ada@example.com", out var email, out var problem) ? email : throw new InvalidOperationException(problem));
    private static readonly string[] Awaited = [ModelEvent.Go, ModelEvent.Heard];

    private static readonly WalkRules Rules = new(
        new[] { CustomField.Declare(Workspace, "plan", CustomFieldType.Text, Walked.Start), CustomField.Declare(Workspace, "trialEndsAt", CustomFieldType.Date, Walked.Start) }
            .ToDictionary(field => field.Name),
        DateTimeZone.Utc);

    private readonly RealTime _time = new();
    private readonly IdGenerator _ids;
    private readonly Automation _automation;
    private readonly List<(Enrollment Run, Workflow Workflow)> _runs = [];
    private readonly List<(EventId Id, string Name, DateTimeOffset At, RawJson? Said)> _events = [];
    private Workflow _newest;
    private Contact? _contact;

    public RealRuns(ModelRules rules, ModelStep[] steps)
    {
        _ids = new IdGenerator(_time);
        var definition = Define(rules, steps);
        _automation = Automation.Create(_ids.Next<AutomationId>(), Workspace, definition);
        _automation.Activate(Walked.Start);
        _newest = definition.Workflow;
    }

    private bool IsPaused => _automation.Status == AutomationStatus.Paused;

    private IEnumerable<WaitingRun> Active => _runs.Where(one => one.Run.Status == EnrollmentStatus.Active).Select(one => new WaitingRun(one.Run, one.Workflow));

    public string PathAt(int run, string step) => _runs[run].Run.Left.Last(visit => visit.StepId.Value == step).Path!;

    /// <param name="ago">How long ago it happened, if it is filled in.</param>
    /// <param name="contactProperties">What it says about the contact, as JSON.</param>
    public (int Enrolled, int Exited, int Woken) Send(string name, string value, int now, int? ago = null, string? contactProperties = null)
    {
        _time.Now = At(now);
        var incoming = new IncomingEvent(
            Ada,
            EventName.TryParse(name, out var parsed, out _) ? parsed : throw new ArgumentException(name),
            new RawJson($$"""{ "v": "{{value}}" }"""),
            contactProperties is null ? null : new RawJson(contactProperties),
            ago is null ? null : Time.At(now - ago.Value),
            EventOrigin.Api,
            IsHistory: ago is not null);
        var set = Load(incoming);
        var decided = Decider.Decide(Workspace, incoming, set, _ids);
        _contact = decided.Contact;
        _events.Add((decided.Event.Id, name, decided.Event.HistoryAt ?? decided.Event.ReceivedAt, incoming.Properties));
        _runs.AddRange(set.Runs.SelectMany(runs => runs.Begun).Select(run => (run, _newest)));
        Settle(now);
        return (decided.Outcome.Enrolled, decided.Outcome.Exited, decided.Outcome.Woken);
    }

    public void ExitByHand(int which, int now)
    {
        if (_runs[which].Run.Status == EnrollmentStatus.Active)
        {
            _runs[which].Run.Exit(At(now), byEventId: null);
        }
    }

    public void Edit(ModelRules rules, ModelStep[] steps, bool move, int now)
    {
        var definition = Define(rules, steps);
        _automation.Edit(definition, AutomationVersion.Of(_automation, _newest, null), At(now), null);
        _newest = definition.Workflow;
        for (var i = 0; move && i < _runs.Count; i++)
        {
            var (run, workflow) = _runs[i];
            if (run.Status == EnrollmentStatus.Active && _newest.TakesOver(run.StepId!.Value, workflow))
            {
                run.Follow(_automation.Version);
                _runs[i] = (run, _newest);
                Walk.Reckon(new WaitingRun(run, _newest).ToWalk(_contact!, Events(), Rules, At(now)));
            }
        }

        Settle(now);
    }

    public void PauseOrActivate(int now)
    {
        if (IsPaused)
        {
            _automation.Activate(At(now));
        }
        else
        {
            _automation.Pause(At(now));
        }

        Settle(now);
    }

    /// <summary>Carries all on, as timers do that fire for nothing.</summary>
    public void CarryAll(int now) => Settle(now, _ => true);

    /// <summary>Carries on what is due, oldest run first, until nothing moves.</summary>
    public void Settle(int now) => Settle(now, run => (run.DueAt ?? run.HeldDueAt) <= At(now));

    public void Check(WorkflowModel model)
    {
        _runs.Should().HaveSameCount(model.Runs);
        foreach (var (run, expected) in _runs.Select(one => one.Run).Zip(model.Runs))
        {
            run.Left.Select(Line).Should().Equal(expected.Journey);
            run.Left.Select(visit => visit.Ordinal).Should().Equal(Enumerable.Range(1, run.Left.Count));
            (run.EndedBecause is { } because ? Word(because) : null).Should().Be(expected.End);
            run.EndedBecause.HasValue.Should().Be((run.DueAt ?? run.HeldDueAt) is null);
        }
    }

    private static AutomationDefinition Define(ModelRules rules, ModelStep[] steps)
    {
        var conditions = rules.ExitConditions();
        return AutomationDefinition.Create(new DefinitionText(
            "n",
            new TriggerText(ModelEvent.Go, rules.Where is { } where ? Json(where.ToJsonObject("")) : null),
            Enum.Parse<Frequency>(rules.Frequency, ignoreCase: true),
            [.. conditions.Keys, ModelEvent.Stop],
            new RawJson(ModelStep.ToJson(steps, Time)),
            rules.Frequency == "oncePerPeriod" ? ModelTime.Duration(rules.Period) : null,
            rules.Frequency == "oncePerKey" ? "event.v" : null,
            Json(conditions)));
    }

    private static RawJson Json(object value) => new(JsonSerializer.Serialize(value));

    private static string Line(Visit visit) =>
        $"{visit.StepId} {Word(visit.Outcome)}{(visit.Path is null ? "" : $" {visit.Path}")}{(visit.Code is { } code ? $" {Word(code)}" : "")} {Time.Of(visit.LeftAt)}";

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    // Whatever is done takes a moment, as on a machine.
    private DateTimeOffset At(int time) => Time.At(time).AddMilliseconds(100 * _time.Steps++);

    private WorkingSet Load(IncomingEvent incoming)
    {
        var known = new KnownAutomation(_automation, _newest, Awaited);
        var rules = new Dictionary<WorkspaceId, WorkspaceRules> { [Workspace] = new(Guid.NewGuid(), [known], Rules, [], contactsAreWaitedOn: true) };
        if (_contact is null)
        {
            return new WorkingSet(rules, [], []);
        }

        var waits = Waits();
        KeyValuePair<KeyHash, EnrollmentId?>[] keys = _automation.DependsOnKey(incoming.Name.Value, incoming.Properties) is { } key
            ? [KeyValuePair.Create(key, _runs.Find(one => one.Run.KeyHash == key).Run?.Id)]
            : [];
        var runs = new ContactRuns(
            Workspace, _automation.Id, _contact.Id, _runs.Count, Active.Select(one => one.Run), _runs.LastOrDefault().Run?.Id, keys: keys, events: waits.Events);
        return new WorkingSet(
            rules,
            [_contact],
            [KeyValuePair.Create(new RunsKey(Workspace, _contact.Id, _automation.Id), runs)],
            waits,
            [KeyValuePair.Create(_contact.Id, History(rules[Workspace].HistoryFor(incoming.Name.Value)))]);
    }

    private ContactWaits Waits()
    {
        var waits = new ContactWaits();
        _events.ForEach(one => waits.Events.Note(one.Id, one.Said));
        foreach (var waiting in Active)
        {
            waits.Add(waiting);
        }

        return waits;
    }

    private KnownEvents Events() => Waits().Events;

    // As much of the past as is asked for.
    private EventHistory History(IEnumerable<NeededHistory> asked)
    {
        var needed = NeededHistory.Merge(asked.Concat(_runs.SelectMany(one => one.Workflow.History)));
        var history = new EventHistory(needed);
        foreach (var one in needed)
        {
            foreach (var earlier in _events.Where(earlier => earlier.Name == one.EventName).OrderByDescending(earlier => earlier.At).Take(one.Most))
            {
                history.Recall(one.EventName, earlier.At, one.WithProperties ? earlier.Said : null);
            }
        }

        return history;
    }

    private void Settle(int now, Func<Enrollment, bool> isDue)
    {
        var waits = Waits();
        for (var i = 0; !IsPaused && i < _runs.Count; i++)
        {
            var (run, workflow) = _runs[i];
            var visits = run.Left.Count;
            if (run.Status == EnrollmentStatus.Active && isDue(run))
            {
                var context = new WaitingRun(run, workflow).ToWalk(_contact!, waits.Events, Rules, At(now), History([]));
                Walk.Carry(context);
                if (context.ContactChanged)
                {
                    waits.Reckon(_contact!, Rules, At(now));
                }
            }

            i = run.Left.Count > visits ? -1 : i;
        }
    }

    private sealed class RealTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Walked.Start;

        public int Steps { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
