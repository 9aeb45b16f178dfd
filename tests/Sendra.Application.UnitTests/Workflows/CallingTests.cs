using Sendra.Domain.Enrollments;

namespace Sendra.Application.UnitTests.Workflows;

internal sealed class CallingTests
{
    private const string Steps = """
        [{"id":"call","type":"callUrl","method":"POST","url":"https://example.com/","next":"again","failed":"sorry"},
         {"id":"again","type":"callUrl","method":"POST","url":"https://example.com/"},
         {"id":"sorry","type":"updateContact","set":{"firstName":"Sorry"}}]
        """;

    [Test]
    public void F2_a_run_that_comes_to_a_call_rests_and_wants_it()
    {
        var walked = new Walked(Steps);

        walked.Run.Wanted.Should().BeEquivalentTo(new { Visit = 1, Kind = EffectKind.CallUrl, State = EffectState.Open, DueAt = (DateTimeOffset?)Walked.Start, Tries = 0 });
        walked.Run.DueAt.Should().BeNull();
        walked.Journey.Should().BeEmpty();
    }

    [Test]
    public void F2_an_exit_leaves_nothing_wanted()
    {
        var walked = new Walked(Steps);

        walked.Run.Exit(Walked.Start, null);

        walked.Run.Wanted.Should().BeNull();
        walked.Journey.Should().Equal("1 call Cancelled (ByHand)");
    }

    [Test]
    public void F6_an_answer_decides_the_path_and_each_visit_has_its_own_call()
    {
        var walked = new Walked(Steps);

        walked.After(new EffectResult.Done(204, null));

        walked.Journey.Should().Equal("1 call Done");
        walked.Detail.Should().Be("Answered 204.");
        walked.Run.Wanted!.Visit.Should().Be(2);
    }

    [Test]
    public void F6_a_final_failure_leads_to_failed()
    {
        var walked = new Walked(Steps);

        walked.After(new EffectResult.Failed(VisitCode.HttpError, "Answered 404.", 404));

        walked.Journey.Should().Equal("1 call Failed failed (HttpError)", "2 sorry Done");
        walked.Run.Status.Should().Be(EnrollmentStatus.Completed);
    }

    [Test]
    public void F6_a_try_that_may_succeed_later_holds_the_run()
    {
        var walked = new Walked(Steps);

        var effect = walked.After(new EffectResult.TryAgain("Answered 503.", null, 503));

        walked.Journey.Should().BeEmpty();
        walked.Run.Wanted.Should().BeNull("it is stored already");
        (effect.State, effect.DueAt, effect.Problem).Should().Be((EffectState.Open, Walked.Start.AddMinutes(1), "Answered 503."));
    }
}
