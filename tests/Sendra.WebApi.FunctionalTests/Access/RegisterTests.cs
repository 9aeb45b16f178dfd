namespace Sendra.WebApi.FunctionalTests.Access;

public sealed class RegisterTests(string provider) : FunctionalTest(provider)
{
    private static readonly object Ada = new { email = " Ada@Example.com", password = TestClient.Password, workspaceName = " Acme " };

    [Test]
    public async Task W1_register_makes_user_workspace_and_session()
    {
        var client = App.Anonymous();

        var answer = (await client.PostAsync("/api/auth/register", Ada)).ShouldBe(201);

        answer.Json.GetProperty("user").GetProperty("email").GetString().Should().Be("ada@example.com");
        answer.Json.GetProperty("workspace").GetProperty("name").GetString().Should().Be("Acme");
        answer.Json.GetProperty("workspace").GetProperty("role").GetString().Should().Be("owner");
        var me = (await client.GetAsync("/api/auth/me")).ShouldBe(200);
        me.Json.GetProperty("user").GetProperty("id").GetGuid().Should().Be(client.UserId);
        me.Json.GetProperty("workspaces").GetArrayLength().Should().Be(1);
    }

    [Test]
    public async Task W1_an_address_registers_once_however_it_is_typed()
    {
        await App.RegisterAsync("ada@example.com");

        (await App.Anonymous().PostAsync("/api/auth/register", Ada)).ShouldBeProblem(409, "emailTaken");

        (await App.Database.CountAsync("users")).Should().Be(1);
        (await App.Database.CountAsync("workspaces")).Should().Be(1);
    }

    [Test]
    public async Task W1_an_address_registers_once_also_16_times_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => App.Anonymous().PostAsync("/api/auth/register", Ada)));

        answers.Count(answer => answer.Status == 201).Should().Be(1);
        answers.Where(answer => answer.Status != 201).Should().AllSatisfy(answer => answer.ShouldBeProblem(409, "emailTaken"));
        (await App.Database.CountAsync("users")).Should().Be(1);
        (await App.Database.CountAsync("workspaces")).Should().Be(1);
        (await App.Database.CountAsync("members")).Should().Be(1);
    }

    [Test]
    public async Task W1_addresses_that_differ_in_more_than_E1_folds_are_two_people()
    {
        await App.RegisterAsync("\u00b5@example.com");

        await App.RegisterAsync("\u03bc@example.com");

        (await App.Database.CountAsync("users")).Should().Be(2);
    }

    [Test]
    public async Task H1_register_names_every_wrong_field()
    {
        var client = App.Anonymous();

        (await client.PostAsync("/api/auth/register", new { })).ShouldRefuse("email", "password", "workspaceName");
        (await client.PostAsync("/api/auth/register", new { email = "ada@example", password = "1234567", workspaceName = "a\0b" }))
            .ShouldRefuse("email", "password", "workspaceName");
        (await client.PostAsync("/api/auth/register", new { email = "ada@example.com", password = new string('x', 129), workspaceName = new string('x', 101) }))
            .ShouldRefuse("password", "workspaceName");
        (await App.Database.CountAsync("users")).Should().Be(0);
    }

    [Test]
    public async Task W1_register_while_signed_in_begins_a_workspace_of_its_own()
    {
        var client = await App.RegisterAsync();
        var before = client.WorkspaceId;

        (await client.PostAsync("/api/auth/register", Ada)).ShouldBe(201);

        client.WorkspaceId.Should().NotBe(before);
        (await client.GetAsync("/api/auth/me")).Json.GetProperty("workspaces").GetArrayLength().Should().Be(1);
    }
}
