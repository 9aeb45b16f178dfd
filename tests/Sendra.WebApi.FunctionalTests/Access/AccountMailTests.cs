using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Mail;
using Sendra.WebApi.FunctionalTests.AuditLog;
using Sendra.WebApi.FunctionalTests.Mail;
using Sendra.WebApi.Operating;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>Forgotten passwords, verified addresses and invitations by email, through a real mail server.</summary>
public sealed class AccountMailTests(string provider) : FunctionalTest(provider)
{
    private const string Better = "a better horse battery staple";

    private MailServer _server = null!;
    private IAsyncDisposable _connected = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _server = await MailServer.StartAsync();
        _connected = App.SendBy(_server.Settings());
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _connected.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task W7_a_forgotten_password_is_set_anew_by_the_mailed_link()
    {
        var ada = await RegisterAsync();
        var other = App.Anonymous();
        (await other.SignInAsync(ada.Email, TestClient.Password)).ShouldBe(200);
        var page = App.Anonymous();

        (await page.ForgotAsync(ada.Email.ToUpperInvariant())).ShouldBe(202);
        var mail = await _server.UntilAccountMailAsync(ada.Email, 2);
        var reset = (await page.ResetAsync(mail.Token(), Better)).ShouldBe(200).Json;

        mail.Page().Should().Be("reset-password");
        reset.GetProperty("user").GetProperty("emailVerified").GetBoolean().Should().BeTrue("the link was in her mail");
        reset.GetProperty("workspace").GetProperty("id").GetGuid().Should().Be(ada.WorkspaceId);
        (await page.GetAsync("/api/auth/me")).ShouldBe(200);
        (await ada.GetAsync("/api/auth/me")).ShouldBe(401);
        (await other.GetAsync("/api/auth/me")).ShouldBe(401);
        (await App.Anonymous().SignInAsync(ada.Email, TestClient.Password)).ShouldBeProblem(401, "invalidCredentials");
        (await App.Anonymous().SignInAsync(ada.Email, Better)).ShouldBe(200);
        (await App.Anonymous().ResetAsync(mail.Token(), "yet another battery")).ShouldBeProblem(404, "linkNotFound");
        var news = await _server.UntilAccountMailAsync(ada.Email, 3);
        news.Message.Subject.Should().Be("Your Sendra password was changed");
        news.Page().Should().Be("forgot-password");
        (await page.AuditedAsync()).Should().Contain("passwordChanged account").And.Contain("emailVerified account");
    }

    [Test]
    public async Task W7_an_address_without_an_account_gets_the_same_answer_and_no_email()
    {
        var ada = await RegisterAsync();
        var nobody = $"{Guid.NewGuid():N}@example.com";

        var known = (await App.Anonymous().ForgotAsync(ada.Email)).ShouldBe(202);
        var unknown = (await App.Anonymous().ForgotAsync(nobody)).ShouldBe(202);
        await UntilEndedAsync();

        unknown.Text.Should().Be(known.Text);
        unknown.Headers.Select(header => header.Key).Should().BeEquivalentTo(known.Headers.Select(header => header.Key));
        _server.AccountTries.Should().NotContain(mail => mail.To == nobody);
        (await App.Database.CountAsync("account_mails", $"email = '{nobody}'")).Should().Be(1, "as much is done for it as for others");
    }

    [Test]
    public async Task W7_a_link_to_set_a_password_works_for_an_hour_and_ends_the_others()
    {
        var ada = await RegisterAsync();
        (await App.Anonymous().ForgotAsync(ada.Email)).ShouldBe(202);
        var late = (await _server.UntilAccountMailAsync(ada.Email, 2)).Token();
        App.Clock.Advance(TimeSpan.FromMinutes(61));

        (await App.Anonymous().ResetAsync(late, Better)).ShouldBeProblem(404, "linkNotFound");
        (await App.Anonymous().ForgotAsync(ada.Email)).ShouldBe(202);
        var first = (await _server.UntilAccountMailAsync(ada.Email, 3)).Token();
        (await App.Anonymous().ForgotAsync(ada.Email)).ShouldBe(202);
        var second = (await _server.UntilAccountMailAsync(ada.Email, 4)).Token();
        (await App.Anonymous().ResetAsync(second, Better)).ShouldBe(200);

        (await App.Anonymous().ResetAsync(first, "yet another battery")).ShouldBeProblem(404, "linkNotFound");
    }

    [Test]
    public async Task W7_of_16_at_once_with_one_link_one_sets_the_password()
    {
        var ada = await RegisterAsync();
        (await App.Anonymous().ForgotAsync(ada.Email)).ShouldBe(202);
        var token = (await _server.UntilAccountMailAsync(ada.Email, 2)).Token();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => App.Anonymous().ResetAsync(token, $"{Better} {i}")));

        answers.Where(answer => answer.Status != 200).Should().HaveCount(15).And.AllSatisfy(answer => answer.ShouldBeProblem(404, "linkNotFound"));
    }

    [Test]
    public async Task W7_of_a_link_only_a_hash_is_stored_and_the_waiting_email_is_encrypted()
    {
        var ada = await RegisterAsync($"once-{Guid.NewGuid():N}@example.com", waits: false);
        (await App.Anonymous().ForgotAsync(ada.Email)).ShouldBe(202);
        for (var began = System.Diagnostics.Stopwatch.StartNew(); _server.AccountTries.Count(mail => mail.To == ada.Email) < 2; await Task.Yield())
        {
            began.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
        }

        var rows = await new StoredRows(App).AllAsync();
        foreach (var token in _server.AccountTries.Select(mail => mail.Token()))
        {
            var hex = Convert.ToHexString(Encoding.ASCII.GetBytes(token));
            token.Should().HaveLength(32);
            rows.Should().NotContain(row => row.Contains(token, StringComparison.OrdinalIgnoreCase) || row.Contains(hex, StringComparison.OrdinalIgnoreCase));
        }

        (await App.Database.CountAsync("account_links", "email IS NOT NULL")).Should().Be(2);
    }

    [Test]
    public async Task W7_an_address_is_verified_by_the_link_in_the_session_of_its_account_alone()
    {
        var eve = await RegisterAsync();
        var ada = App.Anonymous();
        var registered = (await ada.PostAsync("/api/auth/register", new { email = $"{Guid.NewGuid():N}@example.com", password = TestClient.Password, workspaceName = "Acme" })).ShouldBe(201).Json;
        var first = await _server.UntilAccountMailAsync(ada.Email);

        registered.GetProperty("user").GetProperty("emailVerified").GetBoolean().Should().BeFalse();
        first.Page().Should().Be("verify-email");
        (await App.Anonymous().VerifyAsync(first.Token())).ShouldBe(401);
        (await eve.VerifyAsync(first.Token())).ShouldBeProblem(409, "linkForAnother");
        (await ada.IsVerifiedAsync()).Should().BeFalse();
        (await ada.PostAsync("/api/auth/verification")).ShouldBe(202);
        var second = await _server.UntilAccountMailAsync(ada.Email, 2);
        (await ada.VerifyAsync(second.Token())).ShouldBe(204);

        (await ada.IsVerifiedAsync()).Should().BeTrue();
        (await ada.VerifyAsync(second.Token())).ShouldBeProblem(404, "linkNotFound");
        (await ada.VerifyAsync(first.Token())).ShouldBeProblem(404, "linkNotFound");
        (await ada.PostAsync("/api/auth/verification")).ShouldBeProblem(409, "alreadyVerified");
        (await eve.IsVerifiedAsync()).Should().BeFalse();
        (await ada.AuditedAsync()).Should().StartWith("emailVerified account");
    }

    [Test]
    public async Task W7_a_link_that_verifies_works_for_a_day_and_sets_no_password()
    {
        var ada = await RegisterAsync();
        var token = (await _server.UntilAccountMailAsync(ada.Email)).Token();

        (await App.Anonymous().ResetAsync(token, Better)).ShouldBeProblem(404, "linkNotFound");
        App.Clock.Advance(TimeSpan.FromHours(24.1));

        (await ada.VerifyAsync(token)).ShouldBeProblem(404, "linkNotFound");
        (await ada.IsVerifiedAsync()).Should().BeFalse();
    }

    [Test]
    public async Task W7_a_newcomer_joins_by_the_mailed_invitation_which_proves_the_address()
    {
        var owner = await RegisterAsync(workspaceName: "A & B <b>Ltd</b>");
        var email = $"{Guid.NewGuid():N}@example.com";
        var made = (await InviteAsync(owner, email, "owner")).ShouldBe(201).Json;
        var mail = await _server.UntilAccountMailAsync(email);
        var ada = App.Anonymous();

        made.GetProperty("emailed").GetBoolean().Should().BeTrue();
        mail.Page().Should().Be("invite");
        mail.Message.Subject.Should().Be("Join A & B <b>Ltd</b> on Sendra");
        mail.Message.HtmlBody.Should().Contain("A &amp; B &lt;b&gt;Ltd&lt;/b&gt;").And.NotContain("<b>");
        mail.Message.TextBody.Should().Contain(owner.Email).And.Contain("as an owner");
        var preview = (await ada.PostAsync("/api/invitations/preview", new { token = mail.Token() })).ShouldBe(200).Json;
        (preview.GetProperty("email").GetString(), preview.GetProperty("forAccount").GetBoolean()).Should().Be((email, false));
        (await ada.PostAsync("/api/invitations/accept", new { token = mail.Token(), password = TestClient.Password })).ShouldBe(200);

        (ada.Email, ada.WorkspaceId).Should().Be((email, owner.WorkspaceId));
        (await ada.IsVerifiedAsync()).Should().BeTrue();
        (await App.Anonymous().PostAsync("/api/invitations/accept", new { token = made.GetProperty("token").GetString(), password = TestClient.Password })).ShouldBeProblem(404, "invitationNotFound");
    }

    [Test]
    public async Task W1_nobody_becomes_an_address_by_the_link_that_the_owner_sees()
    {
        var owner = await RegisterAsync();
        var email = $"{Guid.NewGuid():N}@example.com";
        var token = (await InviteAsync(owner, email)).ShouldBe(201).Json.GetProperty("token").GetString()!;
        var mailed = (await _server.UntilAccountMailAsync(email)).Token();
        mailed.Should().NotBe(token);

        var preview = (await App.Anonymous().PostAsync("/api/invitations/preview", new { token })).ShouldBe(200).Json;
        preview.GetProperty("forAccount").GetBoolean().Should().BeTrue();
        preview.GetProperty("email").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await App.Anonymous().PostAsync("/api/invitations/accept", new { token, email, password = TestClient.Password })).ShouldBeProblem(409, "invitationForAnother");
        (await App.Database.CountAsync("users")).Should().Be(1);

        // Who has the address and has proven it may come by either.
        var ada = await RegisterAsync(email, mails: 2);
        (await ada.PostAsync("/api/invitations/accept", new { token })).ShouldBeProblem(409, "invitationForAnother");
        (await ada.VerifyAsync((await _server.UntilAccountMailAsync(email, 2)).Token())).ShouldBe(204);
        (await ada.PostAsync("/api/invitations/accept", new { token })).ShouldBe(200);
        ada.WorkspaceId.Should().Be(owner.WorkspaceId);
    }

    [Test]
    public async Task W7_an_account_that_is_invited_by_email_signs_in_and_is_verified_by_it()
    {
        var (owner, ada, eve) = (await RegisterAsync(), await RegisterAsync(), await RegisterAsync());
        (await InviteAsync(owner, ada.Email)).ShouldBe(201);
        var token = (await _server.UntilAccountMailAsync(ada.Email, 2)).Token();

        (await eve.PostAsync("/api/invitations/accept", new { token })).ShouldBeProblem(409, "invitationForAnother");
        (await App.Anonymous().PostAsync("/api/invitations/accept", new { token, password = "a wrong password" })).ShouldBeProblem(401, "invalidCredentials");
        (await App.Anonymous().PostAsync("/api/invitations/preview", new { token })).ShouldBe(200).Json.GetProperty("forAccount").GetBoolean().Should().BeTrue();
        var accepted = (await ada.PostAsync("/api/invitations/accept", new { token })).ShouldBe(200).Json;

        accepted.GetProperty("user").GetProperty("emailVerified").GetBoolean().Should().BeTrue();
        (await ada.IsVerifiedAsync()).Should().BeTrue();
        (await eve.IsVerifiedAsync()).Should().BeFalse();
    }

    [Test]
    public async Task W1_what_is_withdrawn_or_whose_author_is_gone_is_not_mailed()
    {
        var (owner, author) = (await RegisterAsync(), await RegisterAsync());
        var open = (await owner.PostAsync("/api/invitations", new { role = "owner" })).ShouldBe(201).Json.GetProperty("token").GetString();
        (await author.PostAsync("/api/invitations/accept", new { token = open })).ShouldBe(200);
        var circuit = App.Node.Services.GetRequiredService<TransportCircuit>();
        circuit.Failed("so that emails wait");
        var (withdrawn, theirs) = ($"{Guid.NewGuid():N}@example.com", $"{Guid.NewGuid():N}@example.com");
        var invitation = (await InviteAsync(owner, withdrawn)).ShouldBe(201).Json;
        (await InviteAsync(author, theirs)).ShouldBe(201);

        (await owner.DeleteAsync($"/api/invitations/{invitation.GetProperty("id").GetGuid()}")).ShouldBe(204);
        (await owner.DeleteAsync($"/api/members/{author.UserId}")).ShouldBe(200);
        circuit.Reached();
        await UntilEndedAsync();

        _server.AccountTries.Should().NotContain(mail => mail.To == withdrawn || mail.To == theirs);
    }

    [Test]
    public async Task W7_without_a_mail_server_the_app_says_so()
    {
        await _connected.DisposeAsync();
        var ada = await App.RegisterAsync();

        (await App.Anonymous().GetAsync("/api/auth/options")).ShouldBe(200).Json.GetProperty("sendsEmail").GetBoolean().Should().BeFalse();
        (await App.Anonymous().ForgotAsync(ada.Email)).ShouldBeProblem(409, "noMailServer");
        (await App.Anonymous().ForgotAsync("nobody@example.com")).ShouldBeProblem(409, "noMailServer");
        (await ada.PostAsync("/api/auth/verification")).ShouldBeProblem(409, "noMailServer");
        (await InviteAsync(ada, "new@example.com")).ShouldRefuse("email");
        (await ada.PostAsync("/api/invitations", new { role = "member" })).ShouldBe(201).Json.GetProperty("emailed").GetBoolean().Should().BeFalse();
        (await App.Database.CountAsync("account_mails")).Should().Be(0);
    }

    [Test]
    public async Task W7_whoever_runs_the_server_makes_a_link_which_proves_no_address()
    {
        await _connected.DisposeAsync();
        var ada = await App.RegisterAsync();

        var (code, printed) = await CommandAsync("reset-password", ada.Email.ToUpperInvariant());
        var token = printed.Trim().Split('#')[1];
        var reset = (await App.Anonymous().ResetAsync(token, Better)).ShouldBe(200).Json;

        code.Should().Be(0);
        printed.Should().StartWith("http").And.Contain("/reset-password#");
        reset.GetProperty("user").GetProperty("emailVerified").GetBoolean().Should().BeFalse();
        (await ada.GetAsync("/api/auth/me")).ShouldBe(401);
        (await App.Anonymous().ResetAsync(token, Better)).ShouldBeProblem(404, "linkNotFound");
        (await CommandAsync("reset-password", "nobody@example.com")).Code.Should().Be(1);
        (await CommandAsync("reset-password")).Code.Should().Be(2);
    }

    [Test]
    public async Task W7_an_email_is_tried_again_as_the_same()
    {
        var email = $"once-{Guid.NewGuid():N}@example.com";
        await RegisterAsync(email, waits: false);
        for (var began = System.Diagnostics.Stopwatch.StartNew(); _server.AccountTries.Count == 0; await Task.Yield())
        {
            began.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
        }

        await UntilAsync("tries = 1");
        App.Clock.Advance(TimeSpan.FromMinutes(3));
        await _server.UntilAccountMailAsync(email);

        _server.AccountTries.Should().HaveCount(2);
        _server.AccountTries[1].Bytes.Should().Equal(_server.AccountTries[0].Bytes);
        await UntilAsync("sent_at IS NOT NULL AND content IS NULL AND due_at IS NULL");
    }

    [Test]
    public async Task W7_what_is_refused_for_good_is_given_up()
    {
        await RegisterAsync($"rcpt-550-{Guid.NewGuid():N}@example.com", waits: false);

        await UntilAsync("due_at IS NULL AND sent_at IS NULL AND problem IS NOT NULL AND content IS NULL");
    }

    [Test]
    public async Task W7_an_order_outlives_the_node_and_an_unreachable_server()
    {
        var unreachable = new Dictionary<string, string> { ["Smtp:Host"] = "localhost", ["Smtp:Port"] = $"{FreePort.Find()}", ["Smtp:Security"] = "none" };

        // A node without a server of its own leaves orders alone.
        await _connected.DisposeAsync();
        TestClient ada;
        await using (var first = await App.StartNodeAsync(unreachable))
        {
            ada = first.Anonymous();
            (await ada.PostAsync("/api/auth/register", new { email = $"{Guid.NewGuid():N}@example.com", password = TestClient.Password, workspaceName = "Acme" })).ShouldBe(201);
            await UntilAsync("problem IS NOT NULL");
        }

        await using var second = await App.StartNodeAsync(_server.Settings());
        App.Clock.Advance(TimeSpan.FromSeconds(10));

        (await _server.UntilAccountMailAsync(ada.Email)).Page().Should().Be("verify-email");
        (await App.Database.CountAsync("account_mails", "tries = 0")).Should().Be(1, "a server that can't be reached burns no try");
    }

    [Test]
    public async Task W7_two_nodes_send_an_email_once()
    {
        await using var node = await App.StartSecondNodeAsync();
        await using var connected = node.Services.GetRequiredService<MailSwitch>().Use(_server.Settings());

        var people = new List<TestClient>();
        for (var i = 0; i < 20; i++)
        {
            people.Add(await RegisterAsync());
        }

        await UntilEndedAsync();
        _server.AccountTries.Select(mail => mail.To).Should().BeEquivalentTo(people.Select(one => one.Email));
    }

    [Test]
    public async Task W5_an_address_gets_5_links_in_an_hour_whoever_asks()
    {
        var ada = await RegisterAsync();
        var nobody = $"{Guid.NewGuid():N}@example.com";

        foreach (var email in (string[])[ada.Email, nobody])
        {
            for (var i = 0; i < 5; i++)
            {
                (await App.Anonymous().ForgotAsync(email)).ShouldBe(202);
            }

            var refused = await App.Anonymous().ForgotAsync(email);
            refused.ShouldBeProblem(429, "tooManyEmails");
            refused.Headers.RetryAfter!.Delta!.Value.Should().BeGreaterThan(TimeSpan.FromMinutes(59)).And.BeLessThanOrEqualTo(TimeSpan.FromHours(1));
        }

        App.Clock.Advance(TimeSpan.FromHours(1));
        (await App.Anonymous().ForgotAsync(ada.Email)).ShouldBe(202);
    }

    [Test]
    public async Task W5_an_ip_address_asks_for_so_many_emails_in_an_hour()
    {
        await using var node = await App.StartNodeAsync(new() { ["RateLimits:AddressEmailsPerHour"] = "2" });
        await using var connected = node.Services.GetRequiredService<MailSwitch>().Use(_server.Settings());

        (await node.Anonymous().ForgotAsync("a@example.com")).ShouldBe(202);
        (await node.Anonymous().ForgotAsync("b@example.com")).ShouldBe(202);
        (await node.Anonymous().ForgotAsync("c@example.com")).ShouldBeProblem(429, "tooManyEmails");
        App.Clock.Advance(TimeSpan.FromHours(1));
        (await node.Anonymous().ForgotAsync("c@example.com")).ShouldBe(202);
    }

    [Test]
    public async Task W7_an_email_is_text_and_html_in_the_products_name()
    {
        var ada = await RegisterAsync();
        var mail = await _server.UntilAccountMailAsync(ada.Email);
        var message = mail.Message;

        message.From.Mailboxes.Single().Name.Should().Be("Sendra");
        message.To.Mailboxes.Single().Address.Should().Be(ada.Email);
        message.Headers["Auto-Submitted"].Should().Be("auto-generated");
        message.Headers.Contains("List-Unsubscribe").Should().BeFalse();
        message.TextBody.Should().Contain(ada.Email).And.Contain($"/verify-email#{mail.Token()}");
        message.HtmlBody.Should().Contain("lang=\"en\"").And.Contain($"/verify-email#{mail.Token()}\"").And.NotContain("<img").And.NotContain("<script");
    }

    [Test]
    public async Task W7_links_begin_with_the_public_url_and_never_with_what_the_caller_says()
    {
        await using var node = await App.StartNodeAsync(new()
        {
            ["PublicUrl"] = "https://events.acme.example/sendra/",
            ["Accounts:FromEmail"] = "sendra@acme.example",
            ["Accounts:FromName"] = "Acme accounts",
        });
        await _connected.DisposeAsync();
        await using var connected = node.Services.GetRequiredService<MailSwitch>().Use(_server.Settings());
        var email = $"{Guid.NewGuid():N}@example.com";
        var body = TestClient.ToContent(new { email, password = TestClient.Password, workspaceName = "Acme" });

        (await node.Anonymous().SendAsync(HttpMethod.Post, "/api/auth/register", body, ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"))).ShouldBe(201);
        var mail = await _server.UntilAccountMailAsync(email);

        mail.From.Should().Be("sendra@acme.example");
        mail.Message.From.ToString().Should().Contain("Acme accounts");
        mail.Message.TextBody.Should().Contain("https://events.acme.example/sendra/verify-email#").And.NotContain("evil");
    }

    [TestCase("Accounts:FromEmail", "none", "Accounts__FromEmail")]
    [TestCase("Accounts:FromName", "Acme", "Accounts__FromEmail")]
    public async Task W7_a_sender_that_makes_no_sense_ends_the_start(string key, string value, string named) =>
        (await FluentActions.Awaiting(() => App.StartNodeAsync(new() { [key] = value })).Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain(named);

    [Test]
    public async Task H1_account_emails_name_every_wrong_field()
    {
        var ada = await RegisterAsync();

        (await App.Anonymous().PostAsync("/api/auth/forgot-password", new { })).ShouldRefuse("email");
        (await App.Anonymous().ForgotAsync("none")).ShouldRefuse("email");
        (await App.Anonymous().PostAsync("/api/auth/reset-password", new { })).ShouldRefuse("token", "password");
        (await App.Anonymous().ResetAsync(new string('x', 32), "password")).ShouldRefuse("password");
        (await App.Anonymous().ResetAsync("nonsense", Better)).ShouldBeProblem(404, "linkNotFound");
        (await ada.PostAsync("/api/auth/verify-email", new { })).ShouldRefuse("token");
        (await ada.VerifyAsync("nonsense")).ShouldBeProblem(404, "linkNotFound");
    }

    private static Task<Answer> InviteAsync(TestClient owner, string email, string role = "member") => owner.PostAsync("/api/invitations", new { role, email });

    // Whose first email has come.
    private async Task<TestClient> RegisterAsync(string? email = null, string workspaceName = "Acme", bool waits = true, int mails = 1)
    {
        var client = await App.RegisterAsync(email, workspaceName);
        if (waits)
        {
            await _server.UntilAccountMailAsync(client.Email, mails);
        }

        return client;
    }

    private async Task<(int Code, string Printed)> CommandAsync(params string[] args)
    {
        using var output = new StringWriter();
        var code = await OperatorCommand.RunAsync(App.Node.Services, args, output, TextWriter.Null);
        return (code, output.ToString());
    }

    private Task UntilEndedAsync() => UntilAsync("due_at IS NOT NULL", 0);

    private async Task UntilAsync(string condition, int count = 1)
    {
        for (var began = System.Diagnostics.Stopwatch.StartNew(); await App.Database.CountAsync("account_mails", condition) != count; await Task.Yield())
        {
            began.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30), $"{count} should be {condition}");
        }
    }
}
