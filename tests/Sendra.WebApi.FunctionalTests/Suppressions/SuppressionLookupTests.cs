using Microsoft.Extensions.DependencyInjection;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Suppressions;

namespace Sendra.WebApi.FunctionalTests.Suppressions;

internal sealed class SuppressionLookupTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task M3_a_batch_of_mail_is_checked_at_once_across_workspaces_and_after_each_commit()
    {
        var ada = await App.RegisterAsync();
        var eve = await App.RegisterAsync();
        (await ada.PostAsync(ConsentWords.Path, new { email = "all@example.com" })).ShouldBe(201);
        (await ada.PostAsync(ConsentWords.Path, new { email = "marketing@example.com", scope = "marketing" })).ShouldBe(201);
        var link = await App.LinkAsync(ada, await ada.ContactAsync("bob@example.com"), "bob@example.com");
        string[] emails = ["all@example.com", "marketing@example.com", "bob@example.com", "free@example.com"];
        (await ReasonsAsync(ada, eve, emails)).Should().Equal(
            "all@example.com Marketing suppressed", "all@example.com Transactional suppressed", "marketing@example.com Marketing suppressed");

        (await App.Anonymous().OneClickAsync(link)).ShouldBe(200);

        (await ReasonsAsync(ada, eve, emails)).Should().Contain("bob@example.com Marketing unsubscribed").And.HaveCount(4, "transactional mail still reaches them");
    }

    private async Task<string[]> ReasonsAsync(TestClient ada, TestClient eve, string[] emails)
    {
        await using var session = await App.Node.Services.GetRequiredService<IBulkDatabase>().OpenAsync(CancellationToken.None);
        await session.BeginAsync();
        var reasons = await App.Node.Services.GetRequiredService<SuppressionLookup>().ReasonsToSkipAsync(
            session,
            [
                .. from client in (TestClient[])[ada, eve]
                   from email in emails
                   from kind in Enum.GetValues<MessageKind>()
                   select (new WorkspaceId(client.WorkspaceId), email, kind),
            ],
            CancellationToken.None);
        await session.RollbackAsync();
        reasons.Keys.Should().OnlyContain(mail => mail.WorkspaceId == new WorkspaceId(ada.WorkspaceId));
        return [.. reasons.Select(one => $"{one.Key.Email} {one.Key.Kind} {one.Value}").Order(StringComparer.Ordinal)];
    }
}
