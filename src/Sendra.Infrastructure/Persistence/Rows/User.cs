using Microsoft.AspNetCore.Identity;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>A person who signs in. Passwords are ASP.NET Core Identity's (W1); its lock-out is not used, since it locks the victim out too.</summary>
internal sealed class User : IdentityUser<UserId>;
