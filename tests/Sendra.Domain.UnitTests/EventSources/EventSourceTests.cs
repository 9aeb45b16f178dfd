using Sendra.Domain.Common;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class EventSourceTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly PayloadMapping Mapping = PayloadMapping.Create(new("email", "signedUp"));

    private readonly List<WebhookToken> _made = [];

    [SetUp]
    public void Forget() => _made.Clear();

    [Test]
    public void S1_a_new_source_has_one_working_token()
    {
        var source = Make();

        source.IsEnabled.Should().BeTrue();
        source.RetentionDays.Should().Be(30);
        source.CreatedAt.Should().Be(Now);
        source.Accepts(_made.Single(), Now).Should().BeTrue();
        source.Accepts(WebhookToken.New(), Now).Should().BeFalse();
        source.CurrentToken.ProtectedText.Should().Be($"protected {_made.Single().Hash}");
    }

    [Test]
    public void S1_rotation_keeps_the_old_url_working_for_the_overlap()
    {
        var source = Make();

        var fresh = source.Rotate(TimeSpan.FromHours(24), Now, Protect);

        source.CurrentToken.Hash.Should().Be(fresh.Hash);
        source.Accepts(_made[0], Now.AddHours(24).AddTicks(-1)).Should().BeTrue();
        source.Accepts(_made[0], Now.AddHours(24)).Should().BeFalse();
        source.Accepts(fresh, Now.AddYears(10)).Should().BeTrue();
    }

    [Test]
    public void S1_rotation_without_overlap_ends_every_older_url_at_once()
    {
        var source = Make();
        source.Rotate(TimeSpan.FromHours(24), Now, Protect);

        var fresh = source.Rotate(TimeSpan.Zero, Now.AddHours(1), Protect);

        source.ValidTokens(Now.AddHours(1)).Select(token => token.Hash).Should().Equal(fresh.Hash);
    }

    [Test]
    public void S1_a_later_rotation_does_not_lengthen_an_earlier_overlap()
    {
        var source = Make();
        source.Rotate(TimeSpan.FromHours(1), Now, Protect);

        source.Rotate(TimeSpan.FromHours(24), Now.AddMinutes(30), Protect);

        source.Accepts(_made[0], Now.AddHours(1)).Should().BeFalse();
        source.Accepts(_made[1], Now.AddHours(24)).Should().BeTrue();
    }

    [Test]
    public void S1_a_source_remembers_a_bounded_number_of_tokens()
    {
        var source = Make();
        for (var i = 0; i < 50; i++)
        {
            source.Rotate(TimeSpan.FromDays(1), Now.AddMinutes(i), Protect);
        }

        source.Tokens.Select(token => token.Hash).Should().BeEquivalentTo(_made.TakeLast(EventSource.MaxTokens).Select(token => token.Hash));
    }

    [Test]
    public void S1_of_the_urls_that_end_together_the_oldest_makes_room()
    {
        var source = Make();
        for (var i = 1; i <= EventSource.MaxTokens; i++)
        {
            source.Rotate(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(i), Now.AddMinutes(i), Protect);
        }

        source.Tokens.Select(token => token.Hash).Should().BeEquivalentTo(_made.TakeLast(EventSource.MaxTokens).Select(token => token.Hash));
    }

    [TestCase(-1)]
    [TestCase((30 * 24) + 1)]
    public void S1_the_overlap_is_bounded(int hours) =>
        FluentActions.Invoking(() => Make().Rotate(TimeSpan.FromHours(hours), Now, Protect)).Should().Throw<ArgumentOutOfRangeException>();

    [Test]
    public void S1_a_source_can_be_disabled_and_enabled_again()
    {
        var source = Make();

        source.Disable(Now.AddHours(1));
        source.Disable(Now.AddHours(2));

        source.IsEnabled.Should().BeFalse();
        source.UpdatedAt.Should().Be(Now.AddHours(1));

        source.Enable(Now.AddHours(3));
        source.IsEnabled.Should().BeTrue();
    }

    [Test]
    public void S4_editing_changes_what_counts_from_now_on()
    {
        var source = Make();
        var mapping = PayloadMapping.Create(new("data.email", EventNamePath: "type"));
        var signature = new SourceSignature(SignatureScheme.Create(new("stripe")), ["protected"]);

        source.Edit("Stripe", "stripe", mapping, signature, 7, Now.AddHours(1));

        source.Should().BeEquivalentTo(new { Name = "Stripe", Preset = "stripe", Mapping = mapping, Signature = signature, RetentionDays = 7, UpdatedAt = Now.AddHours(1) });
        source.Accepts(_made.Single(), Now).Should().BeTrue();
    }

    [Test]
    public void S1_names_and_retention_are_bounded()
    {
        FluentActions.Invoking(() => Make(" ")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Make(new string('x', EventSource.MaxNameLength + 1))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Make(days: 0)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Make(days: EventSource.MaxRetentionDays + 1)).Should().Throw<ArgumentException>();
    }

    [TestCase(" ", 30)]
    [TestCase("Store", 0)]
    [TestCase("Store", EventSource.MaxRetentionDays + 1)]
    public void S4_editing_has_the_same_bounds(string name, int days)
    {
        var source = Make();

        FluentActions.Invoking(() => source.Edit(name, null, Mapping, null, days, Now)).Should().Throw<ArgumentException>();
        source.Should().BeEquivalentTo(new { Name = "Shop", RetentionDays = 30 });
    }

    [Test]
    public void S17_a_signature_check_may_wait_for_its_secret() =>
        new SourceSignature(SignatureScheme.Create(new("github")), []).HasKeys.Should().BeFalse();

    private EventSource Make(string name = "Shop", int days = EventSource.DefaultRetentionDays) =>
        EventSource.Create(TimeOrderedId.LowerBound<EventSourceId>(Now), new WorkspaceId(Guid.NewGuid()), name, Mapping, Protect, retentionDays: days);

    private string Protect(WebhookToken token)
    {
        _made.Add(token);
        return $"protected {token.Hash}";
    }
}
