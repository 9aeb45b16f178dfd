using System.Collections;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;

namespace Sendra.Application.UnitTests.Workflows;

/// <summary>What becomes of events whose runs can't be walked: the custom fields, which steps read, are broken here.</summary>
public sealed class FailingWalkTests
{
    private static readonly WorkspaceId Workspace = new(Guid.CreateVersion7());
    private readonly IdGenerator _ids = new(TimeProvider.System);
    private readonly BrokenFields _fields = new();

    [Test]
    public void F6_an_event_stands_though_the_walk_of_its_run_throws()
    {
        var set = Set("""
            [
              { "id": "half", "type": "split", "paths": [{ "name": "all", "weight": 1, "next": "plan" }] },
              { "id": "plan", "type": "branch", "paths": [{ "name": "pro", "when": { "field": "contact.plan", "op": "exists" } }] }
            ]
            """);

        var decided = Decider.Decide(Workspace, Event("signUp"), set, _ids);

        (decided.Outcome.Enrolled, decided.Outcome.Decisions[0].StepId).Should().Be((1, "half"));
        var run = set.Runs.SelectMany(runs => runs.Begun).Single();
        run.Left.Select(visit => visit.StepId.Value).Should().Equal("half");
        (run.Status, run.StepId?.Value, run.Failures, run.IsParked).Should().Be((EnrollmentStatus.Active, "plan", 1, false), "it stays at the step that failed");
        run.DueAt.Should().BeAfter(run.EnteredAt!.Value, "it is tried again, and parked as a due run would be");
        JourneyWords.OfOpenVisit(run).Should().StartWith("The step failed once; it is tried again at ");
    }

    [Test]
    public void F6_an_event_stands_though_another_runs_wait_can_not_be_reckoned_anew()
    {
        var set = Set("""[{ "id": "until", "type": "wait", "until": { "field": "contact.day" } }]""");
        _fields.Works = true;
        Decider.Decide(Workspace, Event("signUp", """{ "day": "2100-01-01" }"""), set, _ids);
        var run = set.Runs.SelectMany(runs => runs.Begun).Single();
        run.DueAt.Should().BeAfter(DateTimeOffset.UtcNow.AddYears(10));
        _fields.Works = false;

        var decided = Decider.Decide(Workspace, Event("renamed", """{ "firstName": "Bob" }"""), set, _ids);

        decided.Contact.FirstName.Should().Be("Bob");
        (run.Status, run.DueAt).Should().Be((EnrollmentStatus.Active, TimeOrderedId.TimeOf(decided.Event.Id)), "whoever carries it on finds what is wrong, and counts it as the run's own");
    }

    private WorkingSet Set(string steps)
    {
        var definition = AutomationDefinition.Create(new DefinitionText("n", new TriggerText("signUp"), Steps: new RawJson(steps)));
        var automation = Automation.Create(_ids.Next<AutomationId>(), Workspace, definition);
        automation.Activate(DateTimeOffset.UnixEpoch);
        var rules = new WorkspaceRules(
            Guid.NewGuid(), [new KnownAutomation(automation, Workflow.Parse(steps))], new WalkRules(_fields, DateTimeZone.Utc, "zone"), [], contactsAreWaitedOn: true);
        return new WorkingSet(new Dictionary<WorkspaceId, WorkspaceRules> { [Workspace] = rules }, [], []);
    }

    private static IncomingEvent Event(string name, string? contactProperties = null)
    {
        EmailAddress.TryParse("bob@example.com", out var email, out _).Should().BeTrue();
        EventName.TryParse(name, out var eventName, out _).Should().BeTrue();
        return new IncomingEvent(email!, eventName!, null, contactProperties is null ? null : new RawJson(contactProperties), null, EventOrigin.Api);
    }

    private sealed class BrokenFields : IReadOnlyDictionary<string, CustomField>
    {
        public bool Works { get; set; }

        public IEnumerable<string> Keys => [];

        public IEnumerable<CustomField> Values => [];

        public int Count => 0;

        public CustomField this[string key] => throw new KeyNotFoundException(key);

        public bool ContainsKey(string key) => TryGetValue(key, out _);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out CustomField value)
        {
            value = key == "day" ? CustomField.Declare(Workspace, key, CustomFieldType.Date, DateTimeOffset.UnixEpoch) : null;
            return Works ? value is not null : throw new InvalidOperationException("The fields are broken.");
        }

        public IEnumerator<KeyValuePair<string, CustomField>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, CustomField>>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
