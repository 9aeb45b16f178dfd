using System.Net;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Calls;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Outbox;

/// <summary>Where calls must not go, however it is written.</summary>
public sealed class GuardTests(string provider) : FunctionalTest(provider)
{
    [TestCase("http://127.0.0.2/")]
    [TestCase("http://10.1.2.3:8080/x")]
    [TestCase("http://169.254.169.254/latest/meta-data/")]
    [TestCase("http://2130706434/")]
    [TestCase("http://0177.0.0.2/")]
    [TestCase("http://0x7f.0.0.2/")]
    [TestCase("http://0x7f000002/")]
    [TestCase("http://127.2/")]
    [TestCase("http://127.0.0.2./")]
    [TestCase("http://１２７.0.0.2/")]
    [TestCase("http://[::1]/")]
    [TestCase("http://[::]/")]
    [TestCase("http://[::ffff:10.0.0.1]/")]
    [TestCase("http://[::ffff:a00:1]/")]
    [TestCase("http://[::10.0.0.1]/")]
    [TestCase("http://[64:ff9b::10.0.0.1]/")]
    [TestCase("http://[2002:0a00:0001::1]/")]
    [TestCase("http://[fd00::1]/")]
    [TestCase("http://[fe80::1]/")]
    [TestCase("https://0.0.0.0/")]
    [TestCase("https://192.168.1.1/{{ contact.email }}")]
    public Task M8_refuses_an_inside_address_when_it_is_saved(string url) => RefusesAsync(url, "is a private or reserved address");

    [TestCase("ftp://example.com/")]
    [TestCase("https://user:secret@example.com/")]
    [TestCase("https://user@example.com/")]
    [TestCase("https://{{ event.host }}/")]
    [TestCase("https://example.com{{ event.path }}")]
    [TestCase("{{ event.url }}")]
    [TestCase("https:///x")]
    [TestCase("https://")]
    [TestCase("/x")]
    [TestCase("https://example.com/{{ contact.email")]
    public Task M8_refuses_a_url_that_is_none(string url) => RefusesAsync(url, "steps[0].url");

    [TestCase("http://localhost/")]
    [TestCase("https://example.com/{{ contact.email }}?x={{ event.y }}")]
    [TestCase("HTTPS://EXAMPLE.com")]
    [TestCase("http://127.0.0.1:8080/")]
    [TestCase("http://8.8.8.8/")]
    [TestCase("http://[2606:4700::1111]/")]
    public async Task M8_takes_other_addresses(string url)
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/automations", Body(url))).ShouldBe(201);
    }

    [Test]
    public async Task M8_a_name_that_leads_inward_is_refused_when_it_is_called()
    {
        var ada = await App.RegisterAsync();
        var name = Dns.GetHostName();
        Assume.That(Dns.GetHostAddresses(name).Any(address => !OutgoingNetworks.Parse("127.0.0.1").Allows(address)), "this machine's name has an inside address that calls can't reach");
        await ada.LiveWorkflowAsync("out", [new { id = "call", type = "callUrl", method = "GET", url = $"http://{name}/ok" }]);
        await ada.EventAsync("bob@example.com", "out");

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() == "completed");
        run.GetProperty("journey")[0].GetProperty("code").GetString().Should().Be("addressRefused");
    }

    [Test]
    public async Task M8_a_name_is_looked_up_once_and_every_address_of_it_must_be_outside()
    {
        using var mixed = new Names([IPAddress.Parse("127.0.0.1"), IPAddress.Parse("10.0.0.1")]);
        using var rebinding = new Names([IPAddress.Parse("127.0.0.1")], [IPAddress.Parse("10.0.0.1")]);
        var networks = OutgoingNetworks.Parse("127.0.0.1");

        var refused = async () => await new GuardedConnections(networks, mixed).AddressesOfAsync("mixed.example", CancellationToken.None);
        await refused.Should().ThrowAsync<AddressRefusedException>();
        (await new GuardedConnections(networks, rebinding).AddressesOfAsync("rebinding.example", CancellationToken.None))
            .Should().Equal(IPAddress.Parse("127.0.0.1"));
        rebinding.Lookups.Should().Be(1, "what is connected to is what was checked");
    }

    private async Task RefusesAsync(string url, string message)
    {
        var ada = await App.RegisterAsync();
        var id = await ada.DraftAutomationAsync("signUp");
        foreach (var refused in new[] { await ada.PostAsync("/api/automations", Body(url)), await ada.PutAsync($"/api/automations/{id}", Body(url)) })
        {
            refused.ShouldRefuse("steps[0].url");
            refused.Json.GetProperty("errors").GetProperty("steps[0].url")[0].GetString().Should().StartWith("Step call: ").And.Contain(message);
        }
    }

    private static object Body(string url) => new
    {
        name = "Flow",
        trigger = new { eventName = "signUp" },
        steps = new[] { new { id = "call", type = "callUrl", method = "POST", url } },
    };

    private sealed class Names(params IPAddress[][] answers) : NameResolver
    {
        public int Lookups { get; private set; }

        public override Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult(answers[Lookups++]);
    }
}
