using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AuthorsOfKeysAndInvitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "created_by",
                table: "invitations",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "invited_user_id",
                table: "invitations",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "created_by",
                table: "api_keys",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "created_by",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "invited_user_id",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "created_by",
                table: "api_keys");
        }
    }
}
