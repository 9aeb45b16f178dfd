using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Enrollments;

/// <summary>What a run does between steps.</summary>
internal sealed class RunTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void F3_a_visit_is_recorded_when_its_step_is_left()
    {
        var run = Make.Enrollment();
        run.Enter(StepId.Parse("a"), Now);
        run.Rest(Now.AddDays(1));
        run.Leave(Now.AddDays(1), VisitOutcome.Done, "yes", VisitCode.DateMissing, new string('x', 2_000));
        run.Enter(StepId.Parse("b"), Now.AddDays(1));

        (run.VisitNumber, run.StepId?.Value, run.EnteredAt, run.DueAt).Should().Be((2, "b", Now.AddDays(1), null));
        var visit = run.Left.Should().ContainSingle().Subject;
        (visit.WorkspaceId, visit.EnrollmentId, visit.Ordinal, visit.Version, visit.StepId.Value, visit.EnteredAt, visit.LeftAt)
            .Should().Be((run.WorkspaceId, run.Id, 1, run.Version, "a", Now, Now.AddDays(1)));
        (visit.Outcome, visit.Path, visit.Code, visit.Detail?.Length).Should().Be((VisitOutcome.Done, "yes", VisitCode.DateMissing, Visit.MaxDetailLength));
    }

    [Test]
    public void F3_what_ends_a_run_is_said_and_cuts_its_visit_off([Values] EndReason because)
    {
        var run = Make.Enrollment();
        run.Enter(StepId.Parse("a"), Now);
        run.Rest(Now.AddDays(1));
        switch (because)
        {
            case EndReason.Completed:
                run.Leave(Now, VisitOutcome.Done);
                run.Complete(Now);
                break;
            case EndReason.ExitEvent:
                run.Exit(Now, Make.Id<EventId>());
                break;
            case EndReason.ByHand:
                run.Exit(Now, null);
                break;
            default:
                run.ExitWithAutomation(Now);
                break;
        }

        (run.EndedBecause, run.DueAt, run.EnteredAt, run.StepId?.Value).Should().Be((because, null, null, "a"));
        run.Left.Should().ContainSingle().Which.Outcome.Should().Be(because == EndReason.Completed ? VisitOutcome.Done : VisitOutcome.Cancelled);
        run.Left[0].Code?.ToString().Should().Be(because == EndReason.Completed ? null : because.ToString());
    }

    [Test]
    public void F6_the_fifth_failure_at_a_step_parks_a_run_until_it_is_retried()
    {
        var run = Make.Enrollment();
        run.Enter(StepId.Parse("a"), Now);
        for (var i = 1; i < Enrollment.MaxFailures; i++)
        {
            run.Fail("broken", Now.AddSeconds(i));
            (run.IsParked, run.DueAt).Should().Be((false, Now.AddSeconds(i)));
        }

        run.Fail("bro\0ken" + new string('!', 1_000), Now.AddSeconds(5));
        (run.IsParked, run.DueAt, run.Status, run.ParkedBecause?.Length).Should().Be((true, null, EnrollmentStatus.Active, Enrollment.MaxErrorLength));
        run.ParkedBecause.Should().StartWith("bro\uFFFDken");

        run.Retry(Now.AddHours(1));
        (run.IsParked, run.DueAt, run.Failures).Should().Be((false, Now.AddHours(1), 0));
        FluentActions.Invoking(() => run.Retry(Now)).Should().Throw<ConflictException>().Which.Code.Should().Be("enrollmentNotParked");
    }

    [Test]
    public void F6_failures_are_counted_for_each_step_alone()
    {
        var run = Make.Enrollment();
        run.Enter(StepId.Parse("a"), Now);
        run.Fail("broken", Now);
        run.Leave(Now, VisitOutcome.Done);
        run.Enter(StepId.Parse("b"), Now);

        run.Failures.Should().Be(0);
    }

    [Test]
    public void F6_a_parked_run_can_be_exited()
    {
        var run = Make.Enrollment();
        run.Enter(StepId.Parse("a"), Now);
        Enumerable.Range(0, Enrollment.MaxFailures).ToList().ForEach(_ => run.Fail("broken", Now));

        run.Exit(Now, Make.Id<EventId>());

        (run.IsParked, run.Status, run.Left.Count).Should().Be((false, EnrollmentStatus.Exited, 1));
    }

    [Test]
    public void A8_a_run_that_has_ended_goes_nowhere()
    {
        var run = Make.Enrollment();
        run.Exit(Now, null);

        foreach (var act in new Action[]
        {
            () => run.Enter(StepId.Parse("a"), Now), () => run.Rest(Now), () => run.Leave(Now, VisitOutcome.Done), () => run.Fail("x", Now),
            () => run.Retry(Now), () => run.Follow(2), () => run.ExitWithAutomation(Now),
        })
        {
            act.Should().Throw<ConflictException>().Which.Code.Should().Be("enrollmentEnded");
        }

        run.Left.Should().BeEmpty();
    }

    [Test]
    public void A_run_is_at_one_step_at_a_time()
    {
        var run = Make.Enrollment();
        FluentActions.Invoking(() => run.Leave(Now, VisitOutcome.Done)).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => run.Rest(Now)).Should().Throw<InvalidOperationException>();

        run.Enter(StepId.Parse("a"), Now);
        FluentActions.Invoking(() => run.Enter(StepId.Parse("b"), Now)).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => run.Complete(Now)).Should().Throw<InvalidOperationException>();
    }

    [Test]
    public void F7_a_run_that_follows_another_version_stays_where_it_is()
    {
        var run = Make.Enrollment();
        run.Enter(StepId.Parse("a"), Now);
        run.Rest(Now.AddDays(1));

        run.Follow(2);

        (run.Version, run.StepId?.Value, run.EnteredAt, run.DueAt, run.VisitNumber).Should().Be((2, "a", Now, Now.AddDays(1), 1));
    }
}
