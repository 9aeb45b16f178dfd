namespace Sendra.WebApi.FunctionalTests.Access;

public sealed class MembersTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task W1_members_are_listed_with_their_roles()
    {
        var (owner, ada) = await PairAsync("member");

        var emails = await ada.ReadAllAsync("/api/members", "email", limit: 1);

        emails.Should().Equal(owner.Email, ada.Email);
        (await owner.ReadAllAsync("/api/members", "role")).Should().Equal("owner", "member");
        await owner.ShouldPageStrictlyAsync("/api/members");
    }

    [Test]
    public async Task W1_a_removed_member_is_out_at_once_and_keeps_the_own_workspace()
    {
        var (owner, ada) = await PairAsync("member");
        (await ada.GetAsync("/api/events")).ShouldBe(200);

        (await owner.DeleteAsync($"/api/members/{ada.UserId}")).ShouldBe(200);

        (await ada.GetAsync("/api/events")).ShouldBe(401);
        (await owner.DeleteAsync($"/api/members/{ada.UserId}")).ShouldBeProblem(404, "memberNotFound");
        (await ada.PostAsync("/api/auth/login", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);
        ada.WorkspaceId.Should().NotBe(owner.WorkspaceId);
    }

    [Test]
    public async Task W1_a_removed_member_is_out_on_other_nodes_within_a_minute()
    {
        var (owner, ada) = await PairAsync("member");
        await using var node = await App.StartSecondNodeAsync();
        var there = node.As(ada);
        (await there.GetAsync("/api/events")).ShouldBe(200);

        (await owner.DeleteAsync($"/api/members/{ada.UserId}")).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromSeconds(61));

        (await there.GetAsync("/api/events")).ShouldBe(401);
    }

    [Test]
    public async Task W1_members_may_leave_but_remove_nobody()
    {
        var (owner, ada) = await PairAsync("member");

        (await ada.DeleteAsync($"/api/members/{owner.UserId}")).ShouldBeProblem(403, "ownerRequired");
        (await ada.DeleteAsync($"/api/members/{ada.UserId}")).ShouldBe(200);

        (await owner.ReadAllAsync("/api/members", "email")).Should().Equal(owner.Email);
    }

    [Test]
    public async Task W1_the_last_owner_stays()
    {
        var (owner, _) = await PairAsync("member");

        (await owner.DeleteAsync($"/api/members/{owner.UserId}")).ShouldBeProblem(409, "lastOwner");

        (await owner.GetAsync("/api/members")).ShouldBe(200);
    }

    [Test]
    public async Task W1_owners_who_remove_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 8; round++)
        {
            var (owner, ada) = await PairAsync("owner");

            var answers = await Task.WhenAll(owner.DeleteAsync($"/api/members/{ada.UserId}"), ada.DeleteAsync($"/api/members/{owner.UserId}"));

            // Whoever comes second is no member any more.
            answers.Should().ContainSingle(answer => answer.Status == 200);
            var left = answers[0].Status == 200 ? owner : ada;
            (await left.ReadAllAsync("/api/members", "role")).Should().Equal("owner");
        }
    }

    [Test]
    public async Task W1_owners_who_leave_at_once_leave_one()
    {
        var (owner, ada) = await PairAsync("owner");
        var before = await App.Database.CountAsync("members");

        var answers = await Task.WhenAll(owner.DeleteAsync($"/api/members/{owner.UserId}"), ada.DeleteAsync($"/api/members/{ada.UserId}"));

        answers.Select(answer => answer.Status).Should().BeEquivalentTo([200, 409]);
        (await App.Database.CountAsync("members")).Should().Be(before - 1);
    }

    [Test]
    public async Task W1_who_goes_leaves_keys_behind_that_are_named_and_go_on_until_they_are_revoked()
    {
        var (owner, ada) = await PairAsync("owner");
        var program = await App.ProgramAsync(ada, "read");
        (await owner.PostAsync("/api/api-keys", new { name = "Of the owner", scopes = (string[])["read"] })).ShouldBe(201);
        var listed = (await owner.ReadAllAsync("/api/members")).Single(member => member.GetProperty("id").GetGuid() == ada.UserId);

        var left = (await owner.DeleteAsync($"/api/members/{ada.UserId}")).ShouldBe(200).Json.GetProperty("apiKeys");

        left.GetRawText().Should().Be(listed.GetProperty("apiKeys").GetRawText());
        var key = left.EnumerateArray().Should().ContainSingle().Subject;
        key.GetProperty("name").GetString().Should().Be("Program");
        key.GetProperty("createdBy").GetGuid().Should().Be(ada.UserId);
        program.ApiKey.Should().StartWith(key.GetProperty("prefix").GetString());
        (await program.GetAsync("/api/events")).ShouldBe(200);
        (await owner.DeleteAsync($"/api/api-keys/{key.GetProperty("id").GetGuid()}")).ShouldBe(204);
        (await program.GetAsync("/api/events")).ShouldBe(401);
    }

    [Test]
    public async Task W4_members_of_another_workspace_are_404_and_stay()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());

        (await mine.DeleteAsync($"/api/members/{theirs.UserId}")).ShouldBeProblem(404, "memberNotFound");

        (await App.Database.CountAsync("members")).Should().Be(2);
        (await theirs.GetAsync("/api/auth/me")).ShouldBe(200);
    }

    // An owner, and a second person who has joined by a link and is in that workspace now.
    private async Task<(TestClient Owner, TestClient Other)> PairAsync(string role)
    {
        var (owner, other) = (await App.RegisterAsync(), await App.RegisterAsync());
        var token = (await owner.PostAsync("/api/invitations", new { role })).ShouldBe(201).Json.GetProperty("token").GetString();
        (await other.PostAsync("/api/invitations/accept", new { token })).ShouldBe(200);
        return (owner, other);
    }
}
