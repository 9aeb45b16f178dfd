using NodaTime;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Application.Ingestion;

/// <summary>
/// What one event does to the runs of its contact: all exits, then all wakes, then all enrollments, oldest automation first in each. Their
/// conditions see the contact as the event left it. Then the runs walk in that order, each seeing what those before changed (F14).
/// </summary>
internal sealed class Reaction(IncomingEvent incoming, EventId eventId, Contact contact, WorkingSet set, IdGenerator ids)
{
    private readonly WorkspaceRules _rules = set.RulesOf(contact.WorkspaceId);
    private readonly string _name = incoming.Name.Value;
    private readonly DateTimeOffset _now = TimeOrderedId.TimeOf(eventId);
    private readonly List<(Automation By, Decision Decision)> _decisions = [];
    private readonly List<WaitingRun> _woken = [];
    private readonly List<WaitingRun> _begun = [];
    private ConditionContext? _context;

    // The event at hand is the one that makes an enrollment, so it is both.
    private ConditionContext Context => _context ??= new ConditionContext(
        contact, _rules.CustomFields, incoming.Properties, incoming.Properties, Instant.FromDateTimeOffset(_now), _rules.Walking.Zone, set.HistoryOf(contact));

    public IReadOnlyList<(Automation By, Decision Decision)> Take()
    {
        // The step of a run that sends the event is done with it, also when the event ends the run. What the run does next sees all the rest.
        var sender = set.SenderOf(incoming.Origin.EnrollmentId);
        if (sender is not null)
        {
            Walk.Leave(BatchWalk.At(sender, contact, set, _now), eventId);
        }

        React();
        if (sender is not null)
        {
            Go(sender, Walk.GoOn);
        }

        return _decisions;
    }

    private void React()
    {
        var listening = _rules.ListeningTo(_name);
        if (listening.Count == 0)
        {
            return;
        }

        // History moves nobody, and whoever listens says so (E12).
        if (incoming.IsHistory)
        {
            _decisions.AddRange(listening.Select(automation => (automation, new Decision(automation.Id, DecisionReason.History))));
            return;
        }

        set.Waits.Events.Note(eventId, incoming.Properties);
        foreach (var automation in listening)
        {
            Exit(automation);
        }

        if (_rules.Awaited(_name) is not null)
        {
            Wake();
        }

        foreach (var automation in listening)
        {
            Enroll(automation);
        }

        _woken.ForEach(run => Go(run, Walk.Carry));
        _begun.ForEach(run => Go(run, Walk.Begin));
    }

    private void Exit(Automation automation)
    {
        var context = automation.DependsOnCondition(_name) ? Context : null;
        foreach (var decision in automation.Exit(eventId, _name, set.RunsOf(contact, automation.Id), context))
        {
            _decisions.Add((automation, decision));
        }
    }

    private void Wake()
    {
        foreach (var waiting in set.Waits.Awaiting(contact.Id, _name))
        {
            var run = waiting.Run;
            if (_rules.Automation(run.AutomationId)?.Automation is not { HasRuns: true } automation
                || waiting.Workflow[run.StepId!.Value] is not WaitForEventStep step)
            {
                continue;
            }

            var trigger = step.ReadsTrigger ? set.Waits.Events.PropertiesOf(run.EnrolledByEventId) : null;
            var verdict = step.Where?.Evaluate(Context.BesideTrigger(trigger));
            if (verdict is { Holds: false } || !Walk.IsInTime(step, waiting, contact, _rules.Walking, _now))
            {
                continue;
            }

            var isLive = automation.Status == AutomationStatus.Live;
            var goesOn = isLive && !run.IsParked;
            run.Receive(eventId, isLive);
            set.NoteWoken(run);
            if (goesOn)
            {
                _woken.Add(waiting);
            }

            _decisions.Add((automation, new Decision(
                automation.Id,
                goesOn ? DecisionReason.EventReceived : DecisionReason.EventKept,
                run.Id,
                run.Step,
                verdict is null ? null : $"{verdict.Reason}.",
                step.Id.Value)));
        }
    }

    private void Enroll(Automation automation)
    {
        var context = automation.DependsOnContext(_name) ? Context : null;
        var runs = set.RunsOf(contact, automation.Id);
        if (automation.Enroll(eventId, _name, runs, ids.Next<EnrollmentId>, context) is not { } decision)
        {
            return;
        }

        if (decision.Outcome == DecisionOutcome.Enrolled)
        {
            runs.Begun[^1].MadeAtDepth(incoming.Depth);
        }

        if (decision.Outcome == DecisionOutcome.Enrolled && _rules.WorkflowOf(automation.Id) is { First: { } first } workflow)
        {
            decision = decision with { StepId = first.Id.Value };
            _begun.Add(new WaitingRun(runs.Begun[^1], workflow));
        }

        _decisions.Add((automation, decision));
    }

    private void Go(WaitingRun waiting, Action<WalkContext> walk) => BatchWalk.Go(waiting, contact, set, _now, walk);
}
