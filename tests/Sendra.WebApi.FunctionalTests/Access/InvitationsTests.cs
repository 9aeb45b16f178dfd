namespace Sendra.WebApi.FunctionalTests.Access;

public sealed class InvitationsTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task W1_a_new_person_registers_through_the_link()
    {
        var owner = await App.RegisterAsync(workspaceName: "Acme");
        var invitation = (await InviteAsync(owner)).Json;
        var token = TokenOf(invitation);
        var ada = App.Anonymous();

        var preview = (await ada.PostAsync("/api/invitations/preview", new { token })).ShouldBe(200).Json;
        (await AcceptAsync(ada, token, "Ada@example.com", TestClient.Password)).ShouldBe(200);

        invitation.GetProperty("link").GetString().Should().Be($"{App.Node.Address.GetLeftPart(UriPartial.Authority)}/invite#{token}");
        preview.GetProperty("workspaceName").GetString().Should().Be("Acme");
        preview.GetProperty("role").GetString().Should().Be("member");
        ada.WorkspaceId.Should().Be(owner.WorkspaceId);
        ada.Email.Should().Be("ada@example.com");
        var me = (await ada.GetAsync("/api/auth/me")).ShouldBe(200).Json;
        me.GetProperty("workspace").GetProperty("role").GetString().Should().Be("member");
        me.GetProperty("workspaces").GetArrayLength().Should().Be(1);
    }

    [Test]
    public async Task W1_who_is_signed_in_joins_and_goes_on_there()
    {
        var (owner, ada) = (await App.RegisterAsync(), await App.RegisterAsync());
        var old = App.Node.As(ada);

        (await AcceptAsync(ada, TokenOf((await InviteAsync(owner, "owner")).Json))).ShouldBe(200);

        ada.WorkspaceId.Should().Be(owner.WorkspaceId);
        (await InviteAsync(ada)).ShouldBe(201);
        (await old.GetAsync("/api/auth/me")).ShouldBe(401);
    }

    [Test]
    public async Task W1_an_account_joins_by_its_password()
    {
        var (owner, ada) = (await App.RegisterAsync(), await App.RegisterAsync());
        var token = TokenOf((await InviteAsync(owner)).Json);

        (await AcceptAsync(App.Anonymous(), token, ada.Email, "wrong password")).ShouldBeProblem(401, "invalidCredentials");
        (await AcceptAsync(App.Anonymous(), token, ada.Email, TestClient.Password)).ShouldBe(200);

        (await App.Database.CountAsync("users")).Should().Be(2);
    }

    [Test]
    public async Task W1_a_link_lets_in_one_person_also_16_at_once()
    {
        var owner = await App.RegisterAsync();
        var token = TokenOf((await InviteAsync(owner)).Json);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(i => AcceptAsync(App.Anonymous(), token, $"p{i}@example.com", TestClient.Password)));

        answers.Count(answer => answer.Status == 200).Should().Be(1);
        answers.Where(answer => answer.Status != 200).Should().AllSatisfy(answer => answer.ShouldBeProblem(404, "invitationNotFound"));
        (await App.Database.CountAsync("members")).Should().Be(2);
        (await App.Database.CountAsync("users")).Should().Be(2);
    }

    [Test]
    public async Task W1_a_link_does_nothing_after_7_days_or_when_withdrawn()
    {
        var owner = await App.RegisterAsync();
        var withdrawn = (await InviteAsync(owner)).Json;
        (await owner.DeleteAsync($"/api/invitations/{withdrawn.GetProperty("id").GetGuid()}")).ShouldBe(204);
        var token = TokenOf((await InviteAsync(owner)).Json);
        App.Clock.Advance(TimeSpan.FromDays(7.01));

        foreach (var dead in (string[])[TokenOf(withdrawn), token, "nonsense", new string('x', 32)])
        {
            (await App.Anonymous().PostAsync("/api/invitations/preview", new { token = dead })).ShouldBeProblem(404, "invitationNotFound");
            (await AcceptAsync(App.Anonymous(), dead, "ada@example.com", TestClient.Password)).ShouldBeProblem(404, "invitationNotFound");
        }

        (await owner.GetAsync("/api/invitations")).Json.GetProperty("items").GetArrayLength().Should().Be(0);
        (await App.Database.CountAsync("users")).Should().Be(1);
        (await InviteAsync(owner)).ShouldBe(201);
        (await App.Database.CountAsync("invitations")).Should().Be(1);
    }

    [Test]
    public async Task W1_a_link_for_one_account_lets_in_no_other()
    {
        var (owner, ada, eve) = (await App.RegisterAsync(), await App.RegisterAsync(), await App.RegisterAsync());
        var token = TokenOf((await InviteAsync(owner, "member", ada.Email.ToUpperInvariant())).ShouldBe(201).Json);

        (await AcceptAsync(eve, token)).ShouldBeProblem(409, "invitationForAnother");
        (await AcceptAsync(App.Anonymous(), token, eve.Email, TestClient.Password)).ShouldBeProblem(409, "invitationForAnother");
        (await AcceptAsync(App.Anonymous(), token, "new@example.com", TestClient.Password)).ShouldBeProblem(409, "invitationForAnother");
        (await AcceptAsync(App.Anonymous(), token, ada.Email, "a wrong password")).ShouldBeProblem(401, "invalidCredentials");
        (await App.Database.CountAsync("users")).Should().Be(3);
        (await AcceptAsync(ada, token)).ShouldBe(200);

        ada.WorkspaceId.Should().Be(owner.WorkspaceId);
    }

    [Test]
    public async Task W1_nobody_becomes_an_address_by_a_link()
    {
        var owner = await App.RegisterAsync();

        (await InviteAsync(owner, "owner", "ceo@corp.example")).ShouldRefuse("email").Text.Should().Contain("sign up first");

        // Nor by a link from before this was so: it names an address alone.
        var boss = App.Anonymous();
        var invitation = (await InviteAsync(owner, "owner")).ShouldBe(201).Json;
        await App.Database.ScalarAsync("UPDATE invitations SET email = 'ceo@corp.example'");
        (await AcceptAsync(App.Anonymous(), TokenOf(invitation), "ceo@corp.example", TestClient.Password)).ShouldBeProblem(409, "invitationForAnother");
        (await boss.PostAsync("/api/auth/register", new { email = "ceo@corp.example", password = TestClient.Password, workspaceName = "Corp" })).ShouldBe(201);
        (await AcceptAsync(boss, TokenOf(invitation))).ShouldBeProblem(409, "invitationForAnother");
    }

    [Test]
    public async Task W1_a_link_names_its_account_to_that_account_alone()
    {
        var (owner, ada, eve) = (await App.RegisterAsync(), await App.RegisterAsync(), await App.RegisterAsync());
        var token = TokenOf((await InviteAsync(owner, "member", ada.Email)).ShouldBe(201).Json);

        foreach (var stranger in (TestClient[])[App.Anonymous(), eve])
        {
            var preview = (await stranger.PostAsync("/api/invitations/preview", new { token })).ShouldBe(200);
            preview.Text.Should().NotContain(ada.Email);
            preview.Json.GetProperty("forAccount").GetBoolean().Should().BeTrue();
        }

        (await ada.PostAsync("/api/invitations/preview", new { token })).ShouldBe(200).Json.GetProperty("email").GetString().Should().Be(ada.Email);
        (await owner.GetAsync("/api/invitations")).ShouldBe(200).Text.Should().Contain(ada.Email);
    }

    [Test]
    public async Task W1_a_link_dies_with_its_authors_membership()
    {
        var (owner, author, other) = (await App.RegisterAsync(), await App.RegisterAsync(), await App.RegisterAsync());
        (await AcceptAsync(author, TokenOf((await InviteAsync(owner, "owner")).Json))).ShouldBe(200);
        var theirs = TokenOf((await InviteAsync(author, "owner")).Json);
        var mine = TokenOf((await InviteAsync(owner, "member")).Json);

        (await owner.DeleteAsync($"/api/members/{author.UserId}")).ShouldBe(200);

        (await App.Anonymous().PostAsync("/api/invitations/preview", new { token = theirs })).ShouldBeProblem(404, "invitationNotFound");
        (await AcceptAsync(App.Anonymous(), theirs, author.Email, TestClient.Password)).ShouldBeProblem(404, "invitationNotFound");
        (await App.Database.CountAsync("invitations")).Should().Be(1);
        (await AcceptAsync(other, mine)).ShouldBe(200);
    }

    [Test]
    public async Task W1_a_link_that_outlived_its_authors_removal_lets_nobody_in()
    {
        var (owner, author) = (await App.RegisterAsync(), await App.RegisterAsync());
        (await AcceptAsync(author, TokenOf((await InviteAsync(owner, "owner")).Json))).ShouldBe(200);
        var raced = TokenOf((await InviteAsync(author, "owner")).Json);

        // As when it was made while its author was being removed.
        await App.LeaveAsync(author, owner.WorkspaceId);

        (await AcceptAsync(App.Anonymous(), raced, author.Email, TestClient.Password)).ShouldBeProblem(404, "invitationNotFound");
        (await App.Database.CountAsync("members")).Should().Be(2);
    }

    [Test]
    public async Task W1_a_member_does_not_use_the_link_up()
    {
        var owner = await App.RegisterAsync();
        var token = TokenOf((await InviteAsync(owner)).Json);

        (await AcceptAsync(owner, token)).ShouldBeProblem(409, "alreadyMember");

        (await AcceptAsync(App.Anonymous(), token, "ada@example.com", TestClient.Password)).ShouldBe(200);
    }

    [Test]
    public async Task W1_only_owners_invite_and_withdraw()
    {
        var owner = await App.RegisterAsync();
        var ada = App.Anonymous();
        (await AcceptAsync(ada, TokenOf((await InviteAsync(owner)).Json), "ada@example.com", TestClient.Password)).ShouldBe(200);
        var open = (await InviteAsync(owner)).Json;

        (await InviteAsync(ada)).ShouldBeProblem(403, "ownerRequired");
        (await ada.DeleteAsync($"/api/invitations/{open.GetProperty("id").GetGuid()}")).ShouldBeProblem(403, "ownerRequired");

        var listed = (await ada.GetAsync("/api/invitations")).ShouldBe(200);
        listed.Text.Should().Contain(open.GetProperty("id").GetString()).And.NotContain(TokenOf(open));
    }

    [Test]
    public async Task W1_the_token_is_stored_nowhere()
    {
        var owner = await App.RegisterAsync();
        var token = TokenOf((await InviteAsync(owner)).Json);

        (await App.Database.CountAsync("invitations", $"token_hash NOT LIKE '%{token}%'")).Should().Be(1);
    }

    [Test]
    public async Task W4_another_workspaces_invitation_is_404_and_stays()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        var invitation = (await InviteAsync(theirs)).Json;

        (await mine.DeleteAsync($"/api/invitations/{invitation.GetProperty("id").GetGuid()}")).ShouldBeProblem(404, "invitationNotFound");

        (await mine.GetAsync("/api/invitations")).Json.GetProperty("items").GetArrayLength().Should().Be(0);
        (await App.Database.CountAsync("invitations")).Should().Be(1);
    }

    [Test]
    public async Task H1_an_invitation_names_every_wrong_field()
    {
        var owner = await App.RegisterAsync();

        (await owner.PostAsync("/api/invitations", new { email = "none" })).ShouldRefuse("role", "email");
        (await owner.PostAsync("/api/invitations", new { role = "god" })).ShouldRefuse("role");
        (await App.Anonymous().PostAsync("/api/invitations/preview", new { })).ShouldRefuse("token");
        (await App.Anonymous().PostAsync("/api/invitations/accept", new { email = "none" })).ShouldRefuse("token", "email", "password");
        (await AcceptAsync(App.Anonymous(), TokenOf((await InviteAsync(owner)).Json), null, TestClient.Password)).ShouldRefuse("email");
        await owner.ShouldPageStrictlyAsync("/api/invitations");
    }

    private static Task<Answer> InviteAsync(TestClient owner, string role = "member", string? email = null) =>
        owner.PostAsync("/api/invitations", new { role, email });

    private static Task<Answer> AcceptAsync(TestClient client, string token, string? email = null, string? password = null) =>
        client.PostAsync("/api/invitations/accept", new { token, email, password });

    private static string TokenOf(System.Text.Json.JsonElement invitation) => invitation.GetProperty("token").GetString()!;
}
