using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Enrollments;

public sealed class EnrollmentTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Test]
    public void A_run_begins_active_at_the_first_step()
    {
        var (id, automationId, contactId, eventId) = (Make.Id<EnrollmentId>(), Make.Id<AutomationId>(), Make.Id<ContactId>(), Make.Id<EventId>());

        var run = Enrollment.Begin(id, Make.WorkspaceId, automationId, contactId, 2, 1, eventId);

        run.Should().BeEquivalentTo(new
        {
            Id = id,
            Make.WorkspaceId,
            AutomationId = automationId,
            ContactId = contactId,
            Run = 2,
            Status = EnrollmentStatus.Active,
            Step = 1,
            EnrolledByEventId = eventId,
            ResumeAt = (DateTimeOffset?)null,
            EndedAt = (DateTimeOffset?)null,
            ExitedByEventId = (EventId?)null,
            EnrolledAt = TimeOrderedId.TimeOf(id),
        });
    }

    [Test]
    public void A_step_may_wait()
    {
        var run = Make.Enrollment();

        run.AdvanceTo(7, Now);
        (run.Step, run.ResumeAt, run.Status).Should().Be((7, Now, EnrollmentStatus.Active));
        run.AdvanceTo(Enrollment.MaxStep, null);
        (run.Step, run.ResumeAt).Should().Be((Enrollment.MaxStep, null));
    }

    [TestCase(0)]
    [TestCase(Enrollment.MaxStep + 1)]
    public void A_step_is_1_to_10000(int step)
    {
        var advance = () => Make.Enrollment().AdvanceTo(step, null);

        advance.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void A4_an_exit_keeps_event_time_and_step_and_takes_the_timer()
    {
        var run = Make.Enrollment();
        run.AdvanceTo(4, Now.AddDays(1));
        var eventId = Make.Id<EventId>();

        run.Exit(Now, eventId);

        (run.Status, run.EndedAt, run.ExitedByEventId, run.Step, run.ResumeAt).Should().Be((EnrollmentStatus.Exited, Now, eventId, 4, null));
    }

    [Test]
    public void A4_an_exit_by_hand_names_no_event()
    {
        var run = Make.Enrollment();

        run.Exit(Now, byEventId: null);

        (run.Status, run.ExitedByEventId).Should().Be((EnrollmentStatus.Exited, null));
    }

    [Test]
    public void A_run_completes_without_its_timer()
    {
        var run = Make.Enrollment();
        run.AdvanceTo(2, Now.AddDays(1));

        run.Complete(Now);

        (run.Status, run.EndedAt, run.ExitedByEventId, run.Step, run.ResumeAt).Should().Be((EnrollmentStatus.Completed, Now, null, 2, null));
    }

    [Test]
    public void A8_what_has_ended_can_not_end_or_go_on([Values] bool completed)
    {
        var run = Make.Enrollment();
        if (completed)
        {
            run.Complete(Now);
        }
        else
        {
            run.Exit(Now, null);
        }

        foreach (var act in new Action[] { () => run.Exit(Now.AddDays(1), Make.Id<EventId>()), () => run.Complete(Now.AddDays(1)), () => run.AdvanceTo(2, null) })
        {
            act.Should().Throw<ConflictException>().Which.Code.Should().Be("enrollmentEnded");
        }

        (run.Status, run.EndedAt, run.Step).Should().Be((completed ? EnrollmentStatus.Completed : EnrollmentStatus.Exited, Now, 1));
    }

    [Test]
    public void A8_a_refusal_says_in_words_what_can_not_be_done()
    {
        var ended = Make.Enrollment();
        ended.Complete(DateTimeOffset.UnixEpoch);

        Refusal(() => ended.AdvanceTo(2, null)).Should().Be("This enrollment is completed and can't be advanced.");
        Refusal(() => ended.Complete(DateTimeOffset.UnixEpoch)).Should().Be("This enrollment is completed and can't be completed.");
        Refusal(() => ended.Exit(DateTimeOffset.UnixEpoch, null)).Should().Be("This enrollment is completed and can't be exited.");
    }

    private static string Refusal(Action act) => act.Should().Throw<ConflictException>().Which.Message;
}
