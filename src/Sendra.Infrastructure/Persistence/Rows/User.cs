using Microsoft.AspNetCore.Identity;
using Sendra.Application.Access;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>A person who signs in. Passwords are ASP.NET Core Identity's (W1); its lock-out is not used, since it locks the victim out too.</summary>
internal sealed class User : IdentityUser<UserId>
{
    /// <summary>1 for the person who was the first where sign-up is closed, so that there is one; null for all others.</summary>
    public int? Founder { get; init; }

    /// <summary>The workspace that the person was in last; perhaps they have left it since, or it is gone.</summary>
    public WorkspaceId? LastWorkspaceId { get; set; }

    /// <summary>The person, as use cases know them.</summary>
    public Account ToAccount() => new(Id, Email!, SecurityStamp!, EmailConfirmed, TwoFactorEnabled, LastWorkspaceId);
}
