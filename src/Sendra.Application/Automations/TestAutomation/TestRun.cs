using System.Text.Json;
using NodaTime;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Liquid;

namespace Sendra.Application.Automations.TestAutomation;

/// <summary>
/// A run that exists in memory only. It is carried on at once where a real one waits: at the time when the wait would end, by the event that
/// the test says arrives, or as if a call had been answered.
/// </summary>
/// <param name="workflow">What it goes through.</param>
/// <param name="run">The run, just begun.</param>
/// <param name="contact">Its contact.</param>
/// <param name="trigger">The properties of the event that made it.</param>
/// <param name="history">What the contact did: that event.</param>
/// <param name="answers">Which events it receives.</param>
/// <param name="rules">The workspace's settings.</param>
/// <param name="workspaceName">What the workspace is called.</param>
/// <param name="ids">Makes the ids of received events.</param>
internal sealed class TestRun(
    Workflow workflow,
    Enrollment run,
    Contact contact,
    RawJson? trigger,
    EventHistory history,
    IReadOnlyDictionary<string, TestAnswer> answers,
    WalkRules rules,
    string workspaceName,
    IdGenerator ids)
{
    /// <summary>How many characters all calls of a test may have.</summary>
    private const int MaxRendered = 8 * 1024 * 1024;

    private readonly Dictionary<int, RenderedCall> _calls = [];
    private bool _hasReceived;
    private int _rendered;

    /// <summary>What it went through so far.</summary>
    public IReadOnlyList<TestVisit> Journey => [.. run.Left.Select(Of)];

    // An event that a test receives has no properties.
    private RawJson? Event => _hasReceived ? null : trigger;

    // Without steps a run is at none.
    private bool IsWaiting => run.EnteredAt is not null;

    /// <summary>Walks to the end. It gets there: every wait ends, and no step is visited twice.</summary>
    /// <param name="now">When the run begins.</param>
    /// <param name="takeTurn">Waits until the next part can be walked.</param>
    public async Task WalkAsync(DateTimeOffset now, Func<Task<IDisposable>> takeTurn)
    {
        using (await takeTurn())
        {
            Walk.Begin(At(now));
        }

        while (IsWaiting)
        {
            using var turn = await takeTurn();
            (now, var effect) = Skip(workflow[run.StepId!.Value], now);
            Walk.Carry(At(now, effect));
        }
    }

    /// <summary>What the run waits for happens.</summary>
    /// <returns>When, and what came of a call.</returns>
    private (DateTimeOffset Now, Effect? Effect) Skip(Step step, DateTimeOffset now)
    {
        switch (step)
        {
            case CallUrlStep call:
                return (now, Call(call, now));
            case WaitForEventStep wait when answers.GetValueOrDefault(step.Id.Value, TestAnswer.TimedOut) == TestAnswer.Received:
                run.Receive(ids.Next<EventId>(), mayGoOn: true);
                history.Add(wait.EventName, now, null);
                _hasReceived = true;
                return (now, null);
            default:
                return (run.DueAt ?? throw new InvalidOperationException($"A test can't go on from a {step.Type} step."), null);
        }
    }

    private Effect Call(CallUrlStep step, DateTimeOffset now)
    {
        var effect = run.Wanted!;
        var fields = new ConditionContext(contact, rules.CustomFields, Event, trigger, Instant.FromDateTimeOffset(now), rules.Zone);
        if (CallRendering.TryRender(step, new LiquidScope(fields, workspaceName), out var call, out var failure))
        {
            var rendered = RenderedCall.Of(call);
            _rendered += rendered.Size;
            if (_rendered > MaxRendered)
            {
                throw new ConflictException("testTooLarge", $"The calls of this test have more than {MaxRendered / 1024 / 1024} million characters.");
            }

            _calls.Add(run.VisitNumber, rendered);
        }

        effect.Record(failure is null ? new EffectResult.Done(null, null) : failure, now, TimeSpan.Zero);
        return effect;
    }

    private WalkContext At(DateTimeOffset now, Effect? effect = null) => new(workflow, run, contact, trigger, Event, rules, now, history) { Effect = effect };

    private TestVisit Of(Visit visit)
    {
        var step = workflow[visit.StepId];
        return new TestVisit(
            step.Id.Value,
            step.Name,
            step.Type,
            visit.EnteredAt,
            visit.Outcome,
            visit.Path,
            visit.Code is { } code ? JsonNamingPolicy.CamelCase.ConvertName($"{code}") : null,
            step is CallUrlStep && visit.Outcome == VisitOutcome.Done ? "A test makes no calls; it takes this one as answered." : JourneyWords.Of(visit, step),
            _calls.GetValueOrDefault(visit.Ordinal));
    }
}
