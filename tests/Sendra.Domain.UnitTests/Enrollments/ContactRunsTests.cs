using Sendra.Domain.Enrollments;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Enrollments;

public sealed class ContactRunsTests
{
    [Test]
    public void A3_runs_are_counted_on_from_the_last_one()
    {
        var (automationId, contactId, id, eventId) = (Make.Id<AutomationId>(), Make.Id<ContactId>(), Make.Id<EnrollmentId>(), Make.Id<EventId>());
        var runs = new ContactRuns(Make.WorkspaceId, automationId, contactId, lastRun: 4, [], Make.Id<EnrollmentId>());
        runs.LastEnrollment.Should().NotBeNull();

        var run = runs.Enroll(id, eventId, 3);

        (run.Id, run.WorkspaceId, run.AutomationId, run.ContactId, run.Run, run.Version, run.EnrolledByEventId).Should().Be((id, Make.WorkspaceId, automationId, contactId, 5, 3, eventId));
        runs.LastRun.Should().Be(5);
        runs.LastEnrollment.Should().Be(id);
        runs.Active.Should().Equal(run);
        runs.Begun.Should().Equal(run);
    }

    [Test]
    public void A3_the_first_run_makes_it_ever_enrolled()
    {
        var runs = Make.Runs();
        runs.LastEnrollment.Should().BeNull();

        runs.Enroll(Make.Id<EnrollmentId>(), Make.Id<EventId>(), 1).Run.Should().Be(1);

        runs.LastEnrollment.Should().NotBeNull();
    }

    [Test]
    public void A4_dropping_tells_stored_runs_from_those_begun_just_now()
    {
        var stored = Make.Enrollment(run: 1);
        var runs = Make.Runs(1, stored);
        var fresh = runs.Enroll(Make.Id<EnrollmentId>(), Make.Id<EventId>(), 1);
        var (now, eventId) = (DateTimeOffset.UtcNow, Make.Id<EventId>());

        runs.Exit(now, eventId, _ => true).Should().Equal(stored, fresh);

        runs.Dropped.Should().Equal(stored);
        runs.Begun.Should().Equal(fresh);
        runs.Active.Should().BeEmpty();
        fresh.Status.Should().Be(EnrollmentStatus.Exited);
        fresh.ExitedByEventId.Should().Be(eventId);
        runs.Exit(now, eventId, _ => true).Should().BeEmpty();
    }

    [Test]
    public void What_was_not_loaded_can_not_be_asked_for()
    {
        var unknown = new ContactRuns(Make.WorkspaceId, Make.Id<AutomationId>(), Make.Id<ContactId>(), lastRun: null, active: null);
        var lastRunOnly = new ContactRuns(Make.WorkspaceId, Make.Id<AutomationId>(), Make.Id<ContactId>(), lastRun: 2, active: null);
        lastRunOnly.Invoking(runs => runs.LastEnrollment).Should().Throw<InvalidOperationException>("only its number was loaded");
        lastRunOnly.Enroll(Make.Id<EnrollmentId>(), Make.Id<EventId>(), 1);

        Action[] asks =
        [
            () => _ = unknown.LastEnrollment,
            () => _ = unknown.NewestActive,
            () => _ = unknown.HolderOf(KeyHash.Of("k")),
            () => unknown.Enroll(Make.Id<EnrollmentId>(), Make.Id<EventId>(), 1),
            () => _ = unknown.Active,
            () => lastRunOnly.Exit(DateTimeOffset.UtcNow, Make.Id<EventId>(), _ => true),
        ];

        asks.Should().AllSatisfy(ask => ask.Should().Throw<InvalidOperationException>().WithMessage("*not loaded*"));
    }
}
