using Sendra.Domain.Enrollments;
using Sendra.Domain.Messages;

namespace Sendra.Application.UnitTests.Workflows;

internal sealed class MailingTests
{
    private const string Steps = """
        [{"id":"mail","type":"sendEmail","templateId":"11111111-1111-1111-1111-111111111111","kind":"transactional","next":"after"},
         {"id":"after","type":"updateContact","set":{"firstName":"After"}}]
        """;

    [Test]
    public void F2_a_run_that_comes_to_a_mail_rests_and_wants_it()
    {
        var walked = new Walked(Steps);

        walked.Run.Wanted.Should().BeEquivalentTo(new { Visit = 1, Kind = EffectKind.SendEmail, State = EffectState.Open, Tries = 0 });
        walked.Run.Wanted!.Mail.Should().BeEquivalentTo(new { TemplateId = new TemplateId(Guid.Parse("11111111-1111-1111-1111-111111111111")), Kind = MessageKind.Transactional });
    }

    [Test]
    public void F6_the_run_goes_on_whatever_comes_of_it()
    {
        Journey(new EffectResult.Done(250, null)).Should().Equal("1 mail Done", "2 after Done");
        Journey(new EffectResult.Done(null, null)).Should().Equal("1 mail Done", "2 after Done");
        Journey(new EffectResult.Failed(VisitCode.MailRefused, "No.")).Should().Equal("1 mail Failed (MailRefused)", "2 after Done");
        Journey(new EffectResult.Skipped(VisitCode.Unsubscribed, "No.")).Should().Equal("1 mail Skipped (Unsubscribed)", "2 after Done");

        static IEnumerable<string> Journey(EffectResult result)
        {
            var walked = new Walked(Steps);
            walked.After(result);
            return walked.Journey;
        }
    }

    [Test]
    public void F6_what_was_not_tried_counts_as_no_try()
    {
        var walked = new Walked(Steps);

        var effect = walked.After(new EffectResult.Postponed("The server is down.", Walked.Start.AddMinutes(5)));

        walked.Journey.Should().BeEmpty();
        (effect.State, effect.DueAt, effect.Problem).Should().Be((EffectState.Open, Walked.Start.AddMinutes(5), "The server is down."));
    }
}
