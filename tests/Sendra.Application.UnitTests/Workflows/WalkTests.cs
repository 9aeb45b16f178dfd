using NodaTime;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.UnitTests.Workflows;

/// <summary>Journeys that were written down first, walked without a database.</summary>
public sealed class WalkTests
{
    private const string Trial = """
        [
          { "id": "ending", "type": "wait", "until": { "field": "contact.trialEndsAt", "offset": "-P3D" },
            "window": { "days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00", "to": "17:00", "timeZone": "contact" }, "next": "plan" },
          { "id": "plan", "type": "branch", "paths": [{ "name": "pro", "when": { "field": "contact.plan", "op": "equals", "value": "pro" } }], "otherwise": "mark" },
          { "id": "mark", "type": "updateContact", "set": { "plan": "ending" } }
        ]
        """;

    private static readonly Contact Somebody = new Walked("[]").Contact;
    private static readonly WalkRules NoRules = new(new Dictionary<string, CustomField>(), DateTimeZone.Utc);

    [Test]
    public void F1_F3_a_trial_is_walked_as_it_was_written_down()
    {
        var walked = new Walked(Trial, contact: """{ "trialEndsAt": "2026-06-09", "zone": "Europe/Berlin", "plan": "free" }""");

        (walked.Due, walked.Run.StepId?.Value, walked.Run.VisitNumber, walked.Run.EnteredAt)
            .Should().Be(("2026-06-08T07:00:00", "ending", 1, Walked.Start), "three days before is Saturday in Berlin, and Monday is the next working day");

        walked.At("2026-06-08T07:00:00.400");
        walked.Journey.Should().Equal("1 ending Done", "2 plan Done otherwise", "3 mark Done");
        walked.Run.Left[1].Detail.Should().Be("pro: contact.plan equals \"pro\" does not hold: it is \"free\".");
        (walked.Run.Status, walked.Run.EndedBecause, walked.Run.DueAt, walked.Run.EnteredAt).Should().Be((EnrollmentStatus.Completed, EndReason.Completed, null, null));
        walked.Contact.CustomFields.Json.Text.Should().Contain("\"plan\":\"ending\"");
        walked.Run.Left.Select(visit => visit.LeftAt).Should().AllBeEquivalentTo(new DateTimeOffset(2026, 6, 8, 7, 0, 0, 400, TimeSpan.Zero));
    }

    [Test]
    public void A_trial_that_is_extended_while_the_run_waits_ends_later()
    {
        var walked = new Walked(Trial, contact: """{ "trialEndsAt": "2026-06-09", "zone": "Europe/Berlin" }""");

        walked.Patch("""{ "trialEndsAt": "2026-07-09" }""");
        walked.At("2026-05-21T00:00:00");
        walked.Due.Should().Be("2026-07-06T07:00:00");

        walked.At("2026-06-08T07:00:00");
        walked.Due.Should().Be("2026-07-06T07:00:00", "the old timer, were it to fire, changes nothing");
        walked.Journey.Should().BeEmpty();
        walked.Run.EnteredAt.Should().Be(Walked.Start);

        walked.Patch("""{ "zone": "America/New_York" }""");
        walked.At("2026-06-08T07:00:00");
        walked.Due.Should().Be("2026-07-06T13:00:00");

        walked.Patch("""{ "trialEndsAt": null }""");
        walked.At("2026-06-08T07:00:00");
        walked.Journey.First().Should().Be("1 ending Done (DateMissing)");
    }

    [TestCase("{}", "contact.trialEndsAt is missing, which isn't a date.")]
    [TestCase("""{ "plan": "pro", "trialEndsAt": null }""", "contact.trialEndsAt is missing, which isn't a date.")]
    public void A_date_that_is_missing_goes_on_at_once(string contact, string detail)
    {
        var walked = new Walked("""[{ "id": "w", "type": "wait", "until": { "field": "contact.trialEndsAt" } }]""", contact: contact);

        walked.Journey.Should().Equal("1 w Done (DateMissing)");
        walked.Detail.Should().Be(detail);
    }

    [TestCase("""{ "at": "soon" }""", "event.at is \"soon\", which isn't a date.")]
    [TestCase("""{ "at": 5 }""", "event.at is 5, which isn't a date.")]
    [TestCase(null, "event.at is missing, which isn't a date.")]
    public void A_date_field_that_holds_something_else_goes_on_at_once(string? trigger, string detail)
    {
        var walked = new Walked("""[{ "id": "w", "type": "wait", "until": { "field": "event.at" } }]""", trigger);

        walked.Journey.Should().Equal("1 w Done (DateMissing)");
        walked.Detail.Should().Be(detail);
    }

    [Test]
    public void A_date_that_is_over_goes_on_at_once() =>
        new Walked("""[{ "id": "w", "type": "wait", "until": { "field": "trigger.at" } }]""", """{ "at": "2026-05-20T12:00:00Z" }""")
            .Journey.Should().Equal("1 w Done");

    [Test]
    public void F5_a_wait_never_ends_early()
    {
        var walked = new Walked("""[{ "id": "w", "type": "wait", "until": { "field": "trigger.at" } }]""", """{ "at": "2026-05-20T12:00:00.0000001Z" }""");

        walked.Due.Should().Be("2026-05-20T12:00:00.001");
        walked.At("2026-05-20T12:00:00.0009").Journey.Should().BeEmpty();
        walked.At("2026-05-20T12:00:00.001").Journey.Should().Equal("1 w Done");
    }

    [Test]
    public void A_zone_that_is_not_known_is_said()
    {
        var walked = new Walked(Trial, contact: """{ "trialEndsAt": "2026-06-09", "zone": "Berlin" }""");

        walked.Due.Should().Be("2026-06-08T09:00:00");
        walked.ToTheEnd().Run.Left[0].Detail.Should().Be("The contact's zone is \"Berlin\", which isn't a time zone, so the workspace's zone UTC applies.");
    }

    [Test]
    public void Waits_follow_each_other_from_when_each_began()
    {
        var walked = new Walked("""
            [
              { "id": "a", "type": "wait", "for": "P30D", "next": "b" },
              { "id": "b", "type": "wait", "for": "PT30M" }
            ]
            """);

        walked.Due.Should().Be("2026-06-19T12:00:00");
        walked.At("2026-06-19T13:00:00").Due.Should().Be("2026-06-19T13:30:00", "the node was down for an hour");
        walked.ToTheEnd().Journey.Should().Equal("1 a Done", "2 b Done");
    }

    [TestCase("""{ "plan": "pro", "seats": 12 }""", "big", "event.seats is at least 10 holds: it is 12.")]
    [TestCase("""{ "plan": "pro", "seats": 2 }""", "pro", "event.plan equals \"pro\" holds: it is \"pro\".")]
    [TestCase("""{ "seats": "12" }""", "otherwise", "big: event.seats is at least 10 does not hold: it is \"12\", which is of another type. pro: event.plan equals \"pro\" does not hold: event.plan is missing.")]
    public void F3_a_branch_says_which_rule_decided(string trigger, string path, string detail)
    {
        var walked = new Walked("""
            [{ "id": "b", "type": "branch", "paths": [
              { "name": "big", "when": { "field": "event.seats", "op": "atLeast", "value": 10 } },
              { "name": "pro", "when": { "field": "event.plan", "op": "equals", "value": "pro" } }] }]
            """, trigger);

        walked.Journey.Should().Equal($"1 b Done {path}");
        walked.Detail.Should().Be(detail);
    }

    [Test]
    public void A_branch_sees_what_an_update_before_it_did()
    {
        var walked = new Walked("""
            [
              { "id": "u", "type": "updateContact", "set": { "plan": { "field": "event.plan" } }, "next": "b" },
              { "id": "b", "type": "branch", "paths": [{ "name": "pro", "when": { "field": "contact.plan", "op": "equals", "value": "pro" } }] }
            ]
            """, """{ "plan": "pro" }""", """{ "plan": "free" }""");

        walked.Journey.Should().Equal("1 u Done", "2 b Done pro");
    }

    [Test]
    public void An_update_keeps_types_and_leaves_out_what_does_not_fit()
    {
        var walked = new Walked(
            """
            [{ "id": "u", "type": "updateContact", "set": {
              "firstName": "{{ event.name | capitalize }}", "score": "{{ event.score }}", "vip": { "field": "event.vip" }, "lastName": null,
              "plan": "{{ event.missing }}", "name": "{{ 1 | divided_by: 0 }}!", "trialEndsAt": "soon", "shoeSize": 42, "zone": { "field": "event.missing" } } }]
            """,
            """{ "name": "ada", "score": 12345678901234567890.10, "vip": true }""",
            """{ "plan": "free", "lastName": "Byron", "zone": "UTC" }""");

        walked.Journey.Should().Equal("1 u Done (ValueMissing)");
        walked.Detail.Should().Be(
            "plan was left unchanged: {{ event.missing }} has no value. name was left unchanged: The text can't be rendered (Attempted to divide by zero.). "
            + "zone was left unchanged: event.missing is missing. trialEndsAt must be an ISO 8601 date, like 2026-01-31 or 2026-01-31T12:00:00Z; it was left unchanged. "
            + "shoeSize isn't a declared custom field and was skipped.");
        (walked.Contact.FirstName, walked.Contact.LastName, walked.Contact.Name).Should().Be(("Ada", null, null));
        walked.Contact.CustomFields.Json.Text.Should().Be("""{"plan":"free","zone":"UTC","score":12345678901234567890.10,"vip":true}""");
    }

    [Test]
    public void A_split_is_even_over_runs_and_the_same_for_each()
    {
        var workflow = Walked.WorkflowOf("""[{ "id": "ab", "type": "split", "paths": [{ "name": "a", "weight": 1 }, { "name": "b", "weight": 1 }, { "name": "none", "weight": 0 }] }]""");
        var random = new Random(20);
        var paths = Enumerable.Range(0, 10_000).Select(_ => PathOf(NextId(random), workflow)).CountBy(path => path).ToDictionary();

        paths.Keys.Should().BeEquivalentTo("a", "b");
        paths["a"].Should().BeInRange(4_700, 5_300);

        var id = NextId(random);
        Enumerable.Range(0, 20).Select(_ => PathOf(id, workflow)).Distinct().Should().ContainSingle();
    }

    [Test]
    public void A_split_follows_its_weights_and_each_split_decides_alone()
    {
        var workflow = Walked.WorkflowOf("""
            [
              { "id": "one", "type": "split", "paths": [{ "name": "a", "weight": 0.1, "next": "two" }, { "name": "b", "weight": 0.9 }] },
              { "id": "two", "type": "split", "paths": [{ "name": "a", "weight": 1 }, { "name": "b", "weight": 3 }] }
            ]
            """);
        var random = new Random(20);
        var journeys = Enumerable.Range(0, 20_000).Select(_ => RunOf(NextId(random), workflow).Left.Select(visit => visit.Path).ToArray()).ToArray();

        journeys.Count(paths => paths[0] == "a").Should().BeInRange(1_800, 2_200);
        journeys.Count(paths => paths.Length == 2 && paths[1] == "a").Should().BeInRange(420, 580);
    }

    [Test]
    public void F10_a_run_without_steps_stays_where_it_is()
    {
        var walked = new Walked("[]");

        (walked.Run.Status, walked.Run.StepId, walked.Run.VisitNumber, walked.Run.DueAt).Should().Be((EnrollmentStatus.Active, null, 0, null));
    }

    [Test]
    public void F9_an_exit_cuts_the_open_visit_off()
    {
        var walked = new Walked(Trial, contact: """{ "trialEndsAt": "2026-06-09" }""");

        walked.Run.Exit(Walked.Start.AddHours(1), new EventId(Guid.CreateVersion7()));

        walked.Journey.Should().Equal("1 ending Cancelled (ExitEvent)");
        (walked.Run.DueAt, walked.Run.EndedBecause, walked.Run.StepId?.Value).Should().Be((null, EndReason.ExitEvent, "ending"));
    }

    [Test]
    public void Every_type_of_step_is_walked() =>
        typeof(Step).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Step)))
            .Should().BeEquivalentTo([typeof(WaitStep), typeof(WaitForEventStep), typeof(BranchStep), typeof(SplitStep), typeof(UpdateContactStep), typeof(SendEmailStep), typeof(SendEventStep), typeof(CallUrlStep)], "each of these has its case in Walk");

    [TestCase("""{ "id": "w", "type": "wait", "for": "P1D" }""", false)]
    [TestCase("""{ "id": "w", "type": "wait", "for": "P1D", "window": { "from": "09:00", "to": "17:00", "timeZone": "workspace" } }""", false)]
    [TestCase("""{ "id": "w", "type": "wait", "for": "P1D", "window": { "from": "09:00", "to": "17:00", "timeZone": "contact" } }""", true)]
    [TestCase("""{ "id": "w", "type": "wait", "until": { "field": "contact.trialEndsAt" } }""", true)]
    [TestCase("""{ "id": "w", "type": "wait", "until": { "field": "event.at" } }""", true, Description = "a date begins in the contact's zone")]
    [TestCase("""{ "id": "w", "type": "updateContact", "set": { "plan": "x" } }""", false)]
    public void A_step_says_whether_it_depends_on_the_contact(string step, bool depends) =>
        Walk.DependsOnContact(Walked.WorkflowOf($"[{step}]").First!).Should().Be(depends);

    private static string PathOf(Guid id, Workflow workflow) => RunOf(id, workflow).Left[0].Path!;

    private static Enrollment RunOf(Guid id, Workflow workflow)
    {
        var run = Enrollment.Begin(new EnrollmentId(id), default, default, Somebody.Id, 1, 1, default);
        Walk.Begin(new WalkContext(workflow, run, Somebody, null, null, NoRules, Walked.Start));
        return run;
    }

    private static Guid NextId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
