using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Suppressions;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Suppressions;

internal sealed class UnsubscribeTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task M3_looking_at_the_page_changes_nothing()
    {
        var (ada, bob, link) = await StartAsync("Acme <b>&</b> Söhne");

        var page = (await App.Anonymous().GetAsync(link)).ShouldBe(200);
        (await App.Anonymous().SendAsync(HttpMethod.Head, link)).ShouldBe(200).Text.Should().BeEmpty();
        (await App.Anonymous().GetAsync($"{link}?unsubscribe")).ShouldBe(200);

        page.ContentType.Should().Be("text/html");
        page.Text.Should().Contain("Acme &lt;b&gt;&amp;&lt;/b&gt; S&#xF6;hne").And.Contain("<form method=\"post\"").And.NotContainAny("<script", "bob@", link, "http");
        (await ada.ContactSuppressionAsync(bob)).ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task M3_the_page_loads_nothing_is_kept_nowhere_and_found_by_no_search()
    {
        var (_, _, link) = await StartAsync();

        foreach (var path in new[] { link, "/u/nothing" })
        {
            var headers = (await App.Anonymous().GetAsync(path)).Headers;
            headers.CacheControl!.NoStore.Should().BeTrue();
            headers.GetValues("X-Robots-Tag").Should().Equal("noindex");
            headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
            headers.GetValues("Content-Security-Policy").Single().Should()
                .MatchRegex("^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$");
            headers.Contains("Set-Cookie").Should().BeFalse();
        }
    }

    [Test]
    public async Task M3_the_button_unsubscribes_and_the_choice_can_be_taken_back()
    {
        var (ada, bob, link) = await StartAsync();
        var anyone = App.Anonymous();

        (await PressAsync(anyone, link, "unsubscribe")).Text.Should().Contain("You’re unsubscribed").And.Contain("Subscribe again");
        var first = await ada.ContactSuppressionAsync(bob);
        (first.Text("scope"), first.Text("origin")).Should().Be(("marketing", "unsubscribe"));
        first.GetProperty("unsubscribedAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromSeconds(10));
        (await PressAsync(anyone, link, "unsubscribe")).ShouldBe(200);
        (await ada.ContactSuppressionAsync(bob)).GetRawText().Should().Be(first.GetRawText(), "again changes nothing");
        (await anyone.GetAsync(link)).Text.Should().Contain("You’re unsubscribed");

        (await PressAsync(anyone, link, "subscribe")).Text.Should().Contain("subscribed again");
        (await ada.ContactSuppressionAsync(bob)).ValueKind.Should().Be(JsonValueKind.Null);
        (await PressAsync(anyone, link, "subscribe")).ShouldBe(200);
    }

    [Test]
    public async Task M3_one_click_of_a_mailbox_provider_unsubscribes_whatever_form_it_has()
    {
        var ada = await App.RegisterAsync();
        HttpContent?[] bodies =
        [
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
            new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } },
            new ByteArrayContent(Encoding.ASCII.GetBytes("broken")) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } },
            null,
        ];
        for (var i = 0; i < bodies.Length; i++)
        {
            var email = $"b{i}@example.com";
            var link = await App.LinkAsync(ada, await ada.ContactAsync(email), email, Guid.CreateVersion7());

            var answer = await App.Anonymous().SendAsync(HttpMethod.Post, link, bodies[i], ("Origin", "https://mail.example"), ("Sec-Fetch-Site", "cross-site"));

            answer.ShouldBe(200);
            (await ada.SuppressionAsync(email)).Should().Be($"{email} marketing unsubscribe");
        }
    }

    [Test]
    public async Task M3_a_suppression_says_by_which_message_it_came()
    {
        var (ada, bob, _) = await StartAsync();
        var message = Guid.CreateVersion7();

        (await App.Anonymous().OneClickAsync(await App.LinkAsync(ada, bob, "bob@example.com", message))).ShouldBe(200);

        (await ada.ItemsAsync(ConsentWords.Path)).Single().GetProperty("messageId").GetGuid().Should().Be(message);
    }

    [Test]
    public async Task M3_a_wider_suppression_stays_and_the_wish_is_kept_beside_it()
    {
        var (ada, bob, link) = await StartAsync();
        (await ada.PostAsync(ConsentWords.Path, new { email = "bob@example.com" })).ShouldBe(201);

        (await App.Anonymous().OneClickAsync(link)).ShouldBe(200).Text.Should().Contain("don’t get marketing").And.NotContain("<form");

        var both = await ada.ContactSuppressionAsync(bob);
        (both.Text("scope"), both.Text("origin")).Should().Be(("all", "manual"));
        both.GetProperty("unsubscribedAt").ValueKind.Should().Be(JsonValueKind.String);
        (await ada.DeleteAsync($"{ConsentWords.Path}/bob@example.com?keepUnsubscribed=true")).ShouldBe(204);
        (await ada.SuppressionAsync("bob@example.com")).Should().Be("bob@example.com marketing unsubscribe");
        (await ada.DeleteAsync($"{ConsentWords.Path}/bob@example.com?keepUnsubscribed=true")).ShouldBeProblem(404, "suppressionNotFound");
        (await ada.DeleteAsync($"{ConsentWords.Path}/bob@example.com")).ShouldBe(204);
        (await ada.ContactSuppressionAsync(bob)).ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task M3_nobody_lifts_by_the_link_what_the_person_did_not_ask_for([Values("marketing", "all")] string scope)
    {
        var (ada, _, link) = await StartAsync();
        (await ada.PostAsync(ConsentWords.Path, new { email = "bob@example.com", scope })).ShouldBe(201);
        (await App.Anonymous().OneClickAsync(link)).ShouldBe(200);

        (await PressAsync(App.Anonymous(), link, "subscribe")).ShouldBe(200);

        (await ada.SuppressionAsync("bob@example.com")).Should().Be($"bob@example.com {scope} manual");
    }

    [Test]
    public async Task M3_a_link_that_is_damaged_forged_or_of_another_workspace_is_a_404_page()
    {
        var (ada, bob, link) = await StartAsync();
        var eve = await App.RegisterAsync();
        await eve.PostAsync(ConsentWords.Path, new { email = "key@example.com" });
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(link.AsSpan("/u/".Length));
        eve.WorkspaceId.ToByteArray(bigEndian: true).CopyTo(bytes, 1);
        string[] wrong =
        [
            "/u", "/u/", "/u/x", $"{link}x", link[..^1], $"{link}/more", link.ToLowerInvariant(), $"/u/{new string('A', 87)}", $"/u/{new string('_', 5_000)}",
            $"/u/{System.Buffers.Text.Base64Url.EncodeToString(bytes)}",
            .. Enumerable.Range(3, 6).Select(i => $"{link[..(i * 10)]}{(link[i * 10] == 'A' ? 'B' : 'A')}{link[((i * 10) + 1)..]}"),
        ];

        foreach (var path in wrong)
        {
            var page = (await App.Anonymous().GetAsync(path)).ShouldBe(404);
            page.ContentType.Should().Be("text/html", path);
            page.Text.Should().Contain("This link doesn’t work");
            (await App.Anonymous().OneClickAsync(path)).ShouldBe(404);
        }

        (await ada.ContactSuppressionAsync(bob)).ValueKind.Should().Be(JsonValueKind.Null);
        (await App.Database.CountAsync("suppressions")).Should().Be(1);
    }

    [Test]
    public async Task L3_the_link_of_an_erased_person_still_works_and_keeps_no_address()
    {
        var (ada, bob, link) = await StartAsync();
        (await ada.DeleteAsync($"/api/contacts/{bob}")).ShouldBe(204);

        (await App.Anonymous().OneClickAsync(link)).ShouldBe(200).Text.Should().Contain("You’re unsubscribed");

        (await ada.SuppressionAsync("bob@example.com")).Should().Be("erased marketing unsubscribe");
        (await App.Database.CountAsync("contacts")).Should().Be(0, "nobody is made again");
        (await App.Database.CountAsync("suppressions", "email IS NOT NULL")).Should().Be(0);
    }

    [Test]
    public async Task L3_of_an_erasure_and_an_unsubscribe_at_once_no_address_is_left()
    {
        var ada = await App.RegisterAsync();
        for (var i = 0; i < 12; i++)
        {
            var email = $"b{i}@example.com";
            var contact = await ada.ContactAsync(email);
            var link = await App.LinkAsync(ada, contact, email);

            var answers = await Task.WhenAll(ada.DeleteAsync($"/api/contacts/{contact}"), App.Anonymous().OneClickAsync(link));

            answers.Select(answer => answer.Status).Should().Equal(204, 200);
            (await ada.SuppressionAsync(email)).Should().Be("erased marketing unsubscribe");
        }
    }

    [Test]
    public async Task M3_many_clicks_at_once_make_one_suppression()
    {
        var (ada, _, link) = await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => App.Anonymous().OneClickAsync(link)));

        answers.Should().OnlyContain(answer => answer.Status == 200);
        (await ada.ItemsAsync(ConsentWords.Path)).Should().ContainSingle();
    }

    [Test]
    public async Task M3_a_link_works_on_every_node_and_after_a_restart()
    {
        var (ada, _, link) = await StartAsync();
        await using var node = await App.StartNodeAsync(new() { ["PublicUrl"] = "https://mail.example.com/" });

        (await node.Anonymous().OneClickAsync(link)).ShouldBe(200);

        (await ada.SuppressionAsync("bob@example.com")).Should().NotBeNull();
        var links = node.Services.GetRequiredService<IUnsubscribeLinks>();
        var url = await links.UrlForAsync(new WorkspaceId(ada.WorkspaceId), new ContactId(Guid.CreateVersion7()), "bob@example.com", null, CancellationToken.None);
        url.Should().StartWith("https://mail.example.com/u/").And.NotContain("bob");
    }

    [Test]
    public async Task M3_the_token_of_a_link_is_in_no_log_line_trace_or_metric()
    {
        var (_, _, link) = await StartAsync();
        using var said = new EverythingSaid();
        await using var node = await said.StartNodeAsync(App);
        var token = link["/u/".Length..];

        await node.Anonymous().GetAsync(link);
        await node.Anonymous().OneClickAsync(link);
        await node.Anonymous().GetAsync($"{link}/more");
        await node.Anonymous().GetAsync($"/U/{token}");

        said.Lines.Should().Contain(line => line.Contains("/u/hidden", StringComparison.Ordinal), "the log is looked at");
        said.Lines.Where(line => line.Contains(token, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    [Test]
    public async Task M3_who_opens_too_many_pages_waits()
    {
        await using var node = await App.StartNodeAsync(new() { ["RateLimits:AddressUnsubscribesPerSecond"] = "1" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => node.Anonymous().GetAsync("/u/x")));

        answers.Should().Contain(answer => answer.Status == 429);
    }

    // As a browser does: with the page's own address as the origin.
    private static async Task<Answer> PressAsync(TestClient client, string link, string button) =>
        (await client.SendAsync(HttpMethod.Post, $"{link}?{button}", new FormUrlEncodedContent([]), ("Origin", "null"), ("Sec-Fetch-Site", "same-origin"))).ShouldBe(200);

    private async Task<(TestClient Ada, Guid Bob, string Link)> StartAsync(string workspaceName = "Acme")
    {
        var ada = await App.RegisterAsync(workspaceName: workspaceName);
        var bob = await ada.ContactAsync("bob@example.com");
        return (ada, bob, await App.LinkAsync(ada, bob, "bob@example.com"));
    }
}
