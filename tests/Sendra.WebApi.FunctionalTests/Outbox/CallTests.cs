using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Outbox;

/// <summary>What a call says, what comes of it, and how the run goes on.</summary>
public sealed class CallTests(string provider) : FunctionalTest(provider)
{
    private static readonly Dictionary<string, string> JsonHeaders = new() { ["X-Size"] = "{{ trigger.list.size }}", ["Authorization"] = "Bearer secret" };

    private static readonly string[] Letters = ["a", "b"];

    private Receiver _receiver = null!;

    [SetUp]
    public async Task StartAsync() => _receiver = await Receiver.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _receiver.DisposeAsync();

    [Test]
    public async Task F4_a_call_is_rendered_signed_and_sent_once_and_the_run_goes_on()
    {
        var ada = await App.RegisterAsync();
        var secret = (await ada.GetAsync("/api/workspace/settings")).ShouldBe(200).Json.GetProperty("signingSecret").GetString()!;
        await ada.LiveWorkflowAsync("signUp",
        [
            Call("/ok?to={{ contact.firstName }}", headers: JsonHeaders, body: """{"name":"{{ contact.firstName }}","plan":"{{ event.plan }}","all":{{ event.list | json }},"by":"{{ workspace.name }}"}""", next: "after"),
            new { id = "after", type = "wait", @for = "P1D" },
        ]);
        await ada.PostAsync("/api/events/send", new
        {
            email = "bob@example.com",
            eventName = "signUp",
            contactProperties = new { firstName = "B\"o/b & Co" },
            eventProperties = new { plan = "pro\n", list = Letters },
        });

        var run = await ada.UntilAsync("bob@example.com", one => one.IsAt("after"));

        run.Visits().Should().Equal("call:done", "after:waiting");
        Reason(run, 0).Should().StartWith("Called the URL. Answered 200. The answer begins with: thank you");
        var call = _receiver.Calls.Should().ContainSingle().Subject;
        call.Method.Should().Be("POST");
        call.Path.Should().Be("/ok?to=B%22o%2Fb%20%26%20Co");
        JsonElement.Parse(call.Body).GetRawText().Should().Be("""{"name":"B\"o/b & Co","plan":"pro\n","all":["a","b"],"by":"Acme"}""");
        call.Headers.ContentType.ToString().Should().Be("application/json");
        call.Headers["X-Size"].ToString().Should().Be("2");
        call.Headers.Authorization.ToString().Should().Be("Bearer secret");
        call.Id.Should().MatchRegex("^msg_[0-9a-f]{32}_1$");
        call.Signatures.Should().Equal(call.SignatureBy(secret));
        call.Headers.Should().NotContainKeys("Cookie", "traceparent");
    }

    [Test]
    public async Task F6_what_may_pass_is_tried_again_with_the_same_bytes_and_id_and_other_answers_are_final()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("again", [Call("/failsOnce", body: "{{ contact.firstName }}", next: "after"), new { id = "after", type = "wait", @for = "P9D" }]);
        await ada.LiveWorkflowAsync("gone", [Call("/404", failed: "after"), new { id = "after", type = "wait", @for = "P9D" }]);
        await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "again", contactProperties = new { firstName = "Bob" } });
        var waits = await ada.UntilAsync("bob@example.com", run => Reason(run, 0).Contains("Try 2 of 8", StringComparison.Ordinal));
        Reason(waits, 0).Should().Contain("The last try: Answered 500.");
        await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "other", contactProperties = new { firstName = "Robert" } });

        App.Clock.Advance(TimeSpan.FromMinutes(1.2));

        (await ada.UntilAsync("bob@example.com", run => run.IsAt("after"))).Visits().Should().Equal("call:done", "after:waiting");
        var calls = _receiver.Calls;
        calls.Should().HaveCount(2);
        calls.Should().AllSatisfy(call => (call.Body, call.Id).Should().Be(("Bob", calls[0].Id)));

        await ada.EventAsync("eve@example.com", "gone");
        var failed = await ada.UntilAsync("eve@example.com", run => run.IsAt("after"));
        failed.Visits().Should().Equal("call:failed:failed", "after:waiting");
        failed.GetProperty("journey")[0].GetProperty("code").GetString().Should().Be("httpError");
        Reason(failed, 0).Should().Be("The call failed. Answered 404. The answer begins with: no");
    }

    [Test]
    public async Task F6_a_receiver_may_ask_for_a_pause()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("busy", [Call("/busyOnce")]);
        await ada.EventAsync("bob@example.com", "busy");
        var waits = await ada.UntilAsync("bob@example.com", run => Reason(run, 0).Contains("Answered 429", StringComparison.Ordinal));
        var at = DateTimeOffset.Parse(System.Text.RegularExpressions.Regex.Match(Reason(waits, 0), @"follows at (\S+)\. ").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        at.Should().BeCloseTo(App.Clock.GetUtcNow().AddHours(2), TimeSpan.FromMinutes(1));

        App.Clock.Advance(TimeSpan.FromHours(2));

        await ada.UntilAsync("bob@example.com", run => run.Status() == "completed");
        _receiver.Calls.Should().HaveCount(2);
    }

    [Test]
    public async Task F6_after_eight_tries_the_visit_is_failed()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("down", [Call("/503", failed: "after"), new { id = "after", type = "wait", @for = "P399D" }]);
        await ada.EventAsync("bob@example.com", "down");
        for (var tries = 1; tries < 8; tries++)
        {
            await ada.UntilAsync("bob@example.com", run => Reason(run, 0).Contains($"Try {tries + 1} of 8 follows", StringComparison.Ordinal));
            App.Clock.Advance(TimeSpan.FromHours(6));
        }

        var run = await ada.UntilAsync("bob@example.com", one => one.IsAt("after"));

        run.GetProperty("journey")[0].GetProperty("code").GetString().Should().Be("retriesExhausted");
        _receiver.Calls.Should().HaveCount(8);
        _receiver.Calls.Select(call => call.Id).Distinct().Should().ContainSingle();
    }

    [TestCase("/hang", "There was no response within 2 s.")]
    [TestCase("/drop", "The connection was lost.")]
    public async Task F6_no_answer_is_tried_again(string path, string reason)
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("out", [Call(path)]);
        await ada.EventAsync("bob@example.com", "out");

        var run = await ada.UntilAsync("bob@example.com", one => Reason(one, 0).Contains("Try 2 of 8", StringComparison.Ordinal));

        Reason(run, 0).Should().EndWith($"The last try: {reason}");
    }

    [Test]
    public async Task M8_no_more_than_64_KiB_of_an_answer_are_kept()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("large", [Call("/large")]);
        await ada.EventAsync("bob@example.com", "large");

        await ada.UntilAsync("bob@example.com", run => run.Status() == "completed");

        (await App.Database.CountAsync("outbox", "answer IS NOT NULL AND length(answer) < 66000")).Should().Be(1);
    }

    [TestCase("/moved", "POST", "body")]
    [TestCase("/seeOther", "GET", "")]
    public async Task M8_redirects_are_followed(string path, string method, string body)
    {
        var ada = await App.RegisterAsync();
        var secret = (await ada.GetAsync("/api/workspace/settings")).Json.GetProperty("signingSecret").GetString()!;
        await ada.LiveWorkflowAsync("out", [Call(path, body: "body")]);
        await ada.EventAsync("bob@example.com", "out");

        (await ada.UntilAsync("bob@example.com", run => run.Status() == "completed")).Visits().Should().Equal("call:done");

        var last = _receiver.Calls[^1];
        (last.Method, last.Path, last.Body).Should().Be((method, "/ok", body));
        last.Signatures.Should().Equal(last.SignatureBy(secret));
    }

    [TestCase("/inward", "addressRefused")]
    [TestCase("/circle", "redirectRefused")]
    public async Task M8_redirects_are_guarded(string path, string code)
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("out", [Call(path)]);
        await ada.EventAsync("bob@example.com", "out");

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() == "completed");

        run.GetProperty("journey")[0].GetProperty("code").GetString().Should().Be(code);
        _receiver.Calls.Should().NotContain(call => call.Path == "/ok");
    }

    [Test]
    public async Task M8_values_inject_no_headers_and_no_host()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("out", [Call("/ok", headers: new Dictionary<string, string> { ["X-Name"] = "{{ contact.firstName }}" })]);
        await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "out", contactProperties = new { firstName = "x\r\nX-Admin: 1" } });

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() == "completed");

        run.GetProperty("journey")[0].GetProperty("code").GetString().Should().Be("headerInvalid");
        run.Visits().Should().Equal("call:failed:failed");
        _receiver.Calls.Should().BeEmpty();
    }

    [Test]
    public async Task M8_a_certificate_that_nobody_vouches_for_is_refused()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        await using var secure = await Receiver.StartAsync(options => options.UseHttps(certificate));
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("out", [new { id = "call", type = "callUrl", method = "POST", url = secure.At("/ok", scheme: "https") }]);
        await ada.EventAsync("bob@example.com", "out");

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() == "completed");

        run.GetProperty("journey")[0].GetProperty("code").GetString().Should().Be("certificateInvalid");
        secure.Calls.Should().BeEmpty();
    }

    [TestCase(HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [TestCase(HttpProtocols.Http2, "HTTP/2")]
    [TestCase(HttpProtocols.Http1, "HTTP/1.1")]
    public async Task F4_a_call_over_tls_speaks_the_best_that_its_receiver_does(HttpProtocols spoken, string expected)
    {
        using var certificate = TestAuthority.Issue();
        await using var secure = await Receiver.StartAsync(options =>
        {
            options.Protocols = spoken;
            options.UseHttps(certificate);
        });
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("out", [new { id = "call", type = "callUrl", method = "POST", url = secure.At("/ok", scheme: "https"), body = "{}" }]);
        await ada.EventAsync("bob@example.com", "out");

        (await ada.UntilAsync("bob@example.com", one => one.Status() == "completed")).Visits().Should().Equal("call:done");
        secure.Calls.Should().ContainSingle().Which.Protocol.Should().Be(expected);
    }

    [Test]
    public async Task M8_a_certificate_for_another_address_is_refused_whoever_vouches_for_it()
    {
        using var certificate = TestAuthority.Issue("127.0.0.9");
        await using var secure = await Receiver.StartAsync(options => options.UseHttps(certificate));
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("out", [new { id = "call", type = "callUrl", method = "POST", url = secure.At("/ok", scheme: "https") }]);
        await ada.EventAsync("bob@example.com", "out");

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() == "completed");

        run.GetProperty("journey")[0].GetProperty("code").GetString().Should().Be("certificateInvalid");
        secure.Calls.Should().BeEmpty();
    }

    [Test]
    public async Task F3_during_the_overlap_calls_carry_both_signatures()
    {
        var ada = await App.RegisterAsync();
        var before = (await ada.GetAsync("/api/workspace/settings")).Json.GetProperty("signingSecret").GetString()!;
        var after = (await ada.PostAsync("/api/workspace/signing-secret/rotate", new { overlapHours = 24 })).ShouldBe(200).Json.GetProperty("signingSecret").GetString()!;
        await ada.LiveWorkflowAsync("out", [Call("/ok", body: "b")]);
        await ada.EventAsync("bob@example.com", "out");
        await ada.UntilAsync("bob@example.com", run => run.Status() == "completed");
        App.Clock.Advance(TimeSpan.FromHours(25));
        await ada.EventAsync("eve@example.com", "out");
        await ada.UntilAsync("eve@example.com", run => run.Status() == "completed");

        var (first, second) = (_receiver.Calls[0], _receiver.Calls[1]);
        first.Signatures.Should().Equal(first.SignatureBy(after), first.SignatureBy(before));
        second.Signatures.Should().Equal(second.SignatureBy(after));
        after.Should().MatchRegex("^whsec_[A-Za-z0-9+/=]{32,}$").And.NotBe(before);
        (await App.Database.CountAsync("workspaces", "signing_secret LIKE 'whsec%'")).Should().Be(0, "it is encrypted at rest");
        (await ada.GetAsync("/api/workspace/settings")).Json.GetProperty("signingSecret").GetString().Should().Be(after);
        var program = await App.ProgramAsync(ada, "read", "manage");
        (await program.GetAsync("/api/workspace/settings")).ShouldBe(200).Json.GetProperty("signingSecret").ValueKind.Should().Be(JsonValueKind.Null);
        (await program.PostAsync("/api/workspace/signing-secret/rotate", new { overlapHours = 0 })).ShouldBe(403);
        (await ada.PostAsync("/api/workspace/signing-secret/rotate", new { overlapHours = 721 })).ShouldRefuse("overlapHours");
    }

    private static string Reason(JsonElement run, int visit) => run.GetProperty("journey")[visit].GetProperty("reason").GetString()!;

    private object Call(string path, Dictionary<string, string>? headers = null, string? body = null, string? next = null, string? failed = null) =>
        new { id = "call", type = "callUrl", method = "POST", url = _receiver.At(path), headers, body, next, failed };
}
