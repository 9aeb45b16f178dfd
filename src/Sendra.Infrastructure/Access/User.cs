using Microsoft.AspNetCore.Identity;

namespace Sendra.Infrastructure.Access;

/// <summary>A person who signs in. Passwords and lock-out are ASP.NET Core Identity's (W1).</summary>
internal sealed class User : IdentityUser<Guid>;
