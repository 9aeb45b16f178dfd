using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>Identity's store on the one table that Sendra uses of it. Nothing is saved until someone saves.</summary>
internal sealed class UserStore : UserOnlyStore<User, SendraDbContext, UserId>
{
    public UserStore(SendraDbContext db, IdentityErrorDescriber describer)
        : base(db, describer) => AutoSaveChanges = false;
}
