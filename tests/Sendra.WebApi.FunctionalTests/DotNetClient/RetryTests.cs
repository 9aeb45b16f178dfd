using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sendra.Client;
using Sendra.Client.Common;
using Sendra.Client.Contacts;
using Sendra.Client.Events;

namespace Sendra.WebApi.FunctionalTests.DotNetClient;

public sealed class RetryTests(string provider) : ClientTest(provider)
{
    private static readonly SendEvent SignUp = new() { Email = "ada@example.com", EventName = "signUp" };

    [TestCase(429)]
    [TestCase(503)]
    public async Task W5_a_busy_server_is_asked_again_when_it_says(int status)
    {
        Faults.Answer(status, "7");
        Faults.Answer(status, Clock.GetUtcNow().AddSeconds(20).ToString("R", CultureInfo.InvariantCulture));

        var sending = Client.Events.SendAsync(SignUp);

        (await PassTimeAsync(sending)).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
        (await sending).EventId.Should().NotBeNull();
        Faults.Tries.Should().HaveCount(3);
    }

    [Test]
    public async Task E8_an_event_whose_answer_got_lost_is_sent_again_under_its_key_and_is_in_the_log_once()
    {
        Faults.LoseAnswer();
        Faults.Answer(502);

        var sending = Client.Events.SendAsync(SignUp);
        await PassTimeAsync(sending);

        (await sending).Duplicate.Should().BeTrue();
        Faults.Tries.Should().HaveCount(3);
        Faults.Tries.Select(one => one.Key).Distinct().Should().ContainSingle().Which.Should().NotBeNullOrEmpty();
        (await Client.Events.ListAsync()).Items.Should().ContainSingle();
    }

    [Test]
    public async Task What_could_be_done_twice_is_tried_again_only_when_it_cannot_have_been_done()
    {
        Faults.LoseAnswer();
        await FluentActions.Awaiting(() => Client.Automations.CreateAsync(Words.Onboarding)).Should().ThrowAsync<HttpRequestException>();
        Faults.Answer(503);
        (await FluentActions.Awaiting(() => Client.Automations.CreateAsync(Words.Onboarding)).Should().ThrowAsync<SendraException>()).Which.Code.Should().Be("unknown");
        (await Client.Automations.ListAsync()).Items.Should().ContainSingle();

        Faults.Refuse();
        Faults.Answer(429, "1");
        await PassTimeAsync(Client.Automations.CreateAsync(Words.Onboarding));
        (await Client.Automations.ListAsync()).Items.Should().HaveCount(2);
    }

    [Test]
    public async Task Saving_a_contact_is_as_good_twice_as_once()
    {
        Faults.LoseAnswer();

        await PassTimeAsync(Client.Contacts.SaveAsync(new ContactChange { Email = "ada@example.com", FirstName = "Ada" }));

        (await Client.Contacts.ListAsync()).Items.Should().ContainSingle();
    }

    [Test]
    public async Task Who_asks_for_too_long_a_wait_is_an_error_at_once()
    {
        Faults.Answer(429, "600");

        var refusal = (await FluentActions.Awaiting(() => Client.Events.SendAsync(SignUp)).Should().ThrowAsync<SendraException>()).Which;

        refusal.RetryAfter.Should().Be(TimeSpan.FromMinutes(10));
        refusal.IsTransient.Should().BeTrue();
    }

    [Test]
    public async Task After_all_tries_the_last_error_comes_out()
    {
        for (var one = 0; one < 6; one++)
        {
            Faults.Answer(503);
        }

        var sending = Client.Events.SendAsync(SignUp);

        await FluentActions.Awaiting(() => PassTimeAsync(sending)).Should().ThrowAsync<SendraException>();
        Faults.Tries.Should().HaveCount(6);
    }

    [Test]
    public async Task A_real_limit_makes_the_client_wait()
    {
        await using var node = await App.StartNodeAsync(new() { ["RateLimits:WorkspaceSendsPerSecond"] = "1" });
        var key = (await App.ProgramAsync(Owner, "events:send")).ApiKey;
        var services = await StartAsync(options => (options.BaseUrl, options.ApiKey, options.MaxRetries) = (node.Address, key, 1_000));
        var client = services.GetRequiredService<SendraClient>();

        await PassTimeAsync(Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.Events.SendAsync(SignUp))));

        (await Owner.GetAsync("/api/events")).Json.GetProperty("items").GetArrayLength().Should().Be(3);
        Faults.Tries.Count.Should().BeGreaterThan(3);
    }

    [TestCase(null, "sendra_1", "BaseUrl")]
    [TestCase("ftp://example.com", "sendra_1", "http")]
    [TestCase("http://example.com", null, "ApiKey")]
    [TestCase("http://example.com", "sendra_1\n", "ApiKey")]
    public async Task Wrong_options_are_found_at_the_start(string? url, string? key, string problem) =>
        (await FluentActions.Awaiting(() => StartAsync(options => (options.BaseUrl, options.ApiKey) = (url is null ? null : new Uri(url), key)))
            .Should().ThrowAsync<OptionsValidationException>()).WithMessage($"*{problem}*");
}
