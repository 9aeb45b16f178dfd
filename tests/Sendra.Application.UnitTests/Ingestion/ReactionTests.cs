using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;

namespace Sendra.Application.UnitTests.Ingestion;

/// <summary>One event, many effects: what it exits, wakes and enrolls, and in which order.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReactionTests
{
    private const string SameOrder = """{ "field": "event.orderId", "op": "equals", "value": { "field": "trigger.orderId" } }""";

    private static readonly WorkspaceId Workspace = new(Guid.CreateVersion7());

    private readonly TestTime _time = new();
    private readonly IdGenerator _ids;
    private readonly List<KnownAutomation> _automations = [];
    private readonly MemoryStore _store = new();

    public ReactionTests() => _ids = new IdGenerator(_time);

    [Test]
    public void F4_an_event_wakes_the_run_that_waits_for_it_and_no_other([Values] bool together)
    {
        Automation("ordered", Wait("paid", SameOrder));

        var decided = Send(
            together,
            Event("ordered", """{ "orderId": 1 }"""), Event("ordered", """{ "orderId": 2 }"""), Event("ordered", """{ "orderId": "2" }"""),
            Event("paid", """{ "orderId": 2 }"""), Event("paid", """{ "orderId": 2 }"""), Event("paid", """{ "orderId": 3 }"""));

        var woken = decided[3].Single();
        (woken.Outcome, woken.Code, woken.StepId).Should().Be((DecisionOutcome.Woken, DecisionReason.EventReceived, "wait"));
        woken.EnrollmentId.Should().Be(decided[1].Single().EnrollmentId);
        woken.Reason.Should().StartWith("Woken at step wait: ").And.EndWith("they are 2 and 2.");
        decided[4].Should().BeEmpty("it waits no longer");
        decided[5].Should().BeEmpty("it is another order's");
    }

    [Test]
    public void F14_exits_come_before_wakes_and_wakes_before_enrollments_oldest_automation_first([Values] bool together)
    {
        var first = Automation("go", Wait("now"));
        var second = Automation("go", Wait("now"), exits: ["now"]);
        var third = Automation("now", Wait("now"));
        var fourth = Automation("go", Wait("now"));

        var decided = Send(together, Event("go"), Event("now"), Event("now"));

        decided[1].Select(one => (one.Outcome, one.AutomationId)).Should().Equal(
            (DecisionOutcome.Exited, second), (DecisionOutcome.Woken, first), (DecisionOutcome.Woken, fourth), (DecisionOutcome.Enrolled, third));
        decided[2].Select(one => (one.Outcome, one.AutomationId)).Should().Equal(
            [(DecisionOutcome.Woken, third), (DecisionOutcome.Enrolled, third)], "a run is never woken by the event that began it");
    }

    [Test]
    public void F14_one_event_exits_wakes_and_enrolls_the_same_automation([Values] bool together)
    {
        Automation(
            "order",
            Wait("order", """{ "field": "event.orderId", "op": "greaterThan", "value": { "field": "trigger.orderId" } }"""),
            exits: ["order"],
            exitConditions: $$"""{ "order": {{SameOrder}} }""");

        var decided = Send(together, Event("order", """{ "orderId": 1 }"""), Event("order", """{ "orderId": 2 }"""), Event("order", """{ "orderId": 2 }"""));

        decided[1].Select(one => one.Outcome).Should().Equal(DecisionOutcome.Woken, DecisionOutcome.Enrolled);
        decided[2].Select(one => one.Outcome).Should().Equal(DecisionOutcome.Exited, DecisionOutcome.Enrolled);
        decided[2][0].EnrollmentId.Should().Be(decided[1][1].EnrollmentId);
        decided[2][0].Reason.Should().Contain("they are 2 and 2");
    }

    [Test]
    public void F14_an_event_wakes_a_run_once_even_if_its_walk_comes_to_another_wait_for_it([Values] bool together)
    {
        Automation("go", """
            [
              { "id": "one", "type": "waitForEvent", "eventName": "now", "timeout": "P1D", "next": "two" },
              { "id": "two", "type": "waitForEvent", "eventName": "now", "timeout": "P1D" }
            ]
            """);

        var decided = Send(together, Event("go"), Event("now"), Event("now"), Event("now"));

        decided.Skip(1).Select(one => one.SingleOrDefault()?.StepId).Should().Equal("one", "two", null);
    }

    [Test]
    public void F14_conditions_see_the_contact_as_the_event_left_it_and_walks_what_those_before_changed([Values] bool together)
    {
        const string Named = """{ "field": "contact.firstName", "op": "equals", "value": "sent" }""";
        Automation("go", $$"""
            [
              { "id": "wait", "type": "waitForEvent", "eventName": "now", "where": {{Named}}, "timeout": "P1D", "next": "set" },
              { "id": "set", "type": "updateContact", "set": { "firstName": "walked" } }
            ]
            """);
        var second = Automation("go", $$"""
            [
              { "id": "wait", "type": "waitForEvent", "eventName": "now", "where": {{Named}}, "timeout": "P1D", "next": "which" },
              {
                "id": "which", "type": "branch", "otherwise": "late",
                "paths": [{ "name": "walked", "when": { "field": "contact.firstName", "op": "equals", "value": "walked" }, "next": "right" }]
              },
              { "id": "right", "type": "wait", "for": "P1D" },
              { "id": "late", "type": "wait", "for": "P1D" }
            ]
            """);

        var decided = Send(together, Event("go"), Event("now", contact: """{ "firstName": "sent" }"""));

        decided[1].Select(one => one.Outcome).Should().Equal(DecisionOutcome.Woken, DecisionOutcome.Woken);
        Woken.Single(run => run.AutomationId == second).StepId!.Value.Value.Should().Be("right");
    }

    [Test]
    public void F14_at_the_time_of_its_timeout_an_event_finds_the_wait_over_though_no_node_has_carried_the_run_on()
    {
        Automation("go", Wait("now"));
        Send(false, Event("go"));

        _time.Now = _time.Now.AddDays(7).AddMilliseconds(-1);
        var early = Send(false, Event("go"))[0];
        _time.Now = _time.Now.AddMilliseconds(1);
        var decided = Send(false, Event("now"))[0];

        decided.Single().EnrollmentId.Should().Be(early.Single().EnrollmentId, "the other's time is over");
    }

    [Test]
    public void F9_while_paused_an_event_is_kept_with_its_run_and_once()
    {
        var id = Automation("go", Wait("now"));
        Send(false, Event("go"));
        _automations.Single(known => known.Automation.Id == id).Automation.Pause(_time.Now);

        var decided = Send(true, Event("now"), Event("now"));

        (decided[0].Single().Outcome, decided[0].Single().Code).Should().Be((DecisionOutcome.Woken, DecisionReason.EventKept));
        decided[1].Should().BeEmpty();
        var run = Woken.Single();
        (run.StepId?.Value, run.Left.Count, run.DueAt, run.HeldDueAt).Should().Be(("wait", 0, null, TimeOrderedId.TimeOf(run.ReceivedEventId!.Value)));
        JourneyWords.OfOpenVisit(run).Should().Contain("has arrived");
    }

    [Test]
    public void Names_that_nobody_waits_for_ask_for_nothing()
    {
        var live = Automation("go", Wait("now"));
        Automation("go", Wait("draft"), isLive: false);

        var needed = new NeededRuns();
        foreach (var name in new[] { "now", "draft", "other", "NOW" })
        {
            needed.Add(Workspace, Rules(), _ids.Next<ContactId>(), Event(name));
        }

        needed.Awaiting.Select(key => key.EventName).Should().Equal("now");
        needed.AwaitingWithTriggers.Should().BeEmpty("no step reads the event that made the run");
        Rules().ListeningTo("now").Select(one => one.Id).Should().Equal([live], "it weighs as a decision");
        Rules().ListeningTo("draft").Should().BeEmpty();
    }

    [Test]
    public void Names_that_only_runs_of_older_versions_wait_for_are_looked_for()
    {
        Automation("go", Wait("now"));
        var known = _automations.Single();
        var rules = new WorkspaceRules(Guid.NewGuid(), [known with { OlderAwaits = ["before"] }], WalkRules.Default, []);

        rules.Awaited("before").Should().Be(new AwaitedName(ReadsTrigger: true, ChangesContacts: true), "their steps are not known");
        rules.Awaited("now").Should().Be(new AwaitedName(false, false));
        rules.ListeningTo("before").Should().ContainSingle();
    }

    private List<Enrollment> Woken { get; } = [];

    private static string Wait(string name, string? where = null) =>
        $$"""[{ "id": "wait", "type": "waitForEvent", "eventName": "{{name}}", "where": {{where ?? "null"}}, "timeout": "P7D" }]""";

    private AutomationId Automation(string trigger, string steps, string[]? exits = null, string? exitConditions = null, bool isLive = true)
    {
        var definition = AutomationDefinition.Create(new DefinitionText(
            "n", new TriggerText(trigger), ExitEvents: exits, Steps: new RawJson(steps), ExitConditions: exitConditions is null ? null : new RawJson(exitConditions)));
        var automation = Domain.Automations.Automation.Create(_ids.Next<AutomationId>(), Workspace, definition);
        if (isLive)
        {
            automation.Activate(_time.Now);
        }

        _automations.Add(new KnownAutomation(automation, definition.Workflow));
        return automation.Id;
    }

    private WorkspaceRules Rules() => new(Guid.NewGuid(), _automations, WalkRules.Default, []);

    // In one batch, or each in its own.
    private List<IReadOnlyList<ExplainedDecision>> Send(bool together, params IncomingEvent[] events)
    {
        var decisions = new List<IReadOnlyList<ExplainedDecision>>();
        foreach (var batch in together ? [events] : events.Chunk(1))
        {
            var set = _store.Load(Workspace, Rules(), batch);
            var decided = batch.Select(one => Decider.Decide(Workspace, one, set, _ids)).ToArray();
            _store.Save(set, decided.Select(one => one.Contact), decided.Select(one => (one.Event.Id, one.Event.Properties)));
            decisions.AddRange(decided.Select(one => one.Outcome.Decisions));
            Woken.AddRange(set.Woken);
        }

        return decisions;
    }

    private static IncomingEvent Event(string name, string? properties = null, string? contact = null)
    {
        EmailAddress.TryParse("ada@example.com", out var email, out _).Should().BeTrue();
        EventName.TryParse(name, out var eventName, out _).Should().BeTrue();
        return new IncomingEvent(
            email!, eventName!, properties is null ? null : new RawJson(properties), contact is null ? null : new RawJson(contact), null, EventOrigin.Api);
    }

    private sealed class TestTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
