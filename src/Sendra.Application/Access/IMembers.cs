using Sendra.Application.Common;

namespace Sendra.Application.Access;

/// <summary>The people in the current workspace.</summary>
public interface IMembers
{
    /// <summary>A part of them, the oldest account first.</summary>
    /// <param name="paging">Which part.</param>
    Task<Page<MemberResult>> ListAsync(Paging paging, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a person's place away, and with it the invitations that they made and all sessions in this workspace: at once
    /// on this node, on others within <see cref="ISessions.Trust"/>. However many are removed at once, an owner remains.
    /// </summary>
    /// <returns>What came of it; nothing changed unless it is <see cref="MemberRemoval.Removed"/>.</returns>
    Task<MemberRemoval> RemoveAsync(UserId userId, CancellationToken cancellationToken);
}
