using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Access;
using Sendra.Domain.Access;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Access;

/// <summary>API keys in the database; what a node found there it trusts for a minute. A known one costs no context.</summary>
internal sealed class ApiKeys(IServiceScopeFactory scopes, TrustCache<UsedApiKey> known, ApiKeyUses uses, TimeProvider clock) : IApiKeys
{
    public async ValueTask<KnownApiKey?> FindAsync(ApiKeySecret secret, CancellationToken cancellationToken)
    {
        if (await known.FindAsync(secret.Hash, () => ReadAsync(secret.Hash), cancellationToken) is not { } found)
        {
            return null;
        }

        if (!found.Key.HasExpired(clock.GetUtcNow()))
        {
            uses.Note(found);
        }

        return found.Key;
    }

    public void Forget(ApiKeyId id) => known.Forget(used => used.Key.Id == id);

    private async Task<(UsedApiKey Value, DateTimeOffset Until)?> ReadAsync(string hash)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SendraDbContext>();
        var key = await db.AllApiKeys().AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash);
        return key is null
            ? null
            : (new UsedApiKey(new KnownApiKey(key.Id, key.WorkspaceId, key.Name, key.Scopes) { ExpiresAt = key.ExpiresAt, AllowedNetworks = key.AllowedNetworks }, key.LastUsedAt), now + IApiKeys.Trust);
    }
}
