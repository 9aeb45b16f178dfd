using Microsoft.EntityFrameworkCore;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Access;

/// <summary>Names those who did something.</summary>
internal static class ActorNames
{
    /// <summary>Emails of members of this workspace and names of its keys, by id; whoever left is no longer named.</summary>
    /// <param name="db">In the workspace.</param>
    /// <param name="actors">Users and API keys; null where nobody is known.</param>
    public static async Task<IReadOnlyDictionary<Guid, string>> ActorNamesAsync(
        this SendraDbContext db, IEnumerable<Guid?> actors, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. actors.OfType<Guid>().Distinct()];
        if (ids.Length == 0)
        {
            return new Dictionary<Guid, string>();
        }

        UserId[] users = [.. ids.Select(id => new UserId(id))];
        ApiKeyId[] keys = [.. ids.Select(id => new ApiKeyId(id))];
        var members = await (
            from member in db.Members
            join user in db.Users on member.UserId equals user.Id
            where users.Contains(user.Id)
            select new { user.Id, Name = user.Email }).ToListAsync(cancellationToken);
        var names = await db.ApiKeys.Where(key => keys.Contains(key.Id)).Select(key => new { key.Id, key.Name }).ToListAsync(cancellationToken);
        return members.Select(one => (Id: one.Id.Value, Name: one.Name ?? "")).Concat(names.Select(one => (Id: one.Id.Value, one.Name)))
            .ToDictionary(one => one.Id, one => one.Name);
    }
}
