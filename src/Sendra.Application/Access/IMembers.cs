using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access;

/// <summary>The people in the current workspace.</summary>
public interface IMembers
{
    /// <summary>A page of members, oldest account first.</summary>
    Task<Page<MemberResult>> ListAsync(Paging paging, CancellationToken cancellationToken);

    /// <summary>True when a member has this email.</summary>
    Task<bool> AnyWithAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a member, with the invitations that they made and all their sessions in this workspace: at once
    /// on this node, on others within <see cref="ISessions.Trust"/>. However many are removed at once, an owner remains.
    /// </summary>
    /// <returns>The result. Nothing changed unless it is <see cref="MemberRemoval.Removed"/>.</returns>
    Task<MemberRemoval> RemoveAsync(UserId userId, CancellationToken cancellationToken);
}
