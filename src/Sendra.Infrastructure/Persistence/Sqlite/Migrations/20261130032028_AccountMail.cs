using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AccountMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "mailed_token_hash",
                table: "invitations",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_links",
                columns: table => new
                {
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_links", x => x.token_hash);
                    table.ForeignKey(
                        name: "fk_account_links_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "account_mails",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    workspace_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    invitation_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    problem = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_mails", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_mailed_token_hash",
                table: "invitations",
                column: "mailed_token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_links_expires_at",
                table: "account_links",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_account_links_user_id_purpose",
                table: "account_links",
                columns: new[] { "user_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "ix_account_mails_asked_at",
                table: "account_mails",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_account_mails_due_at",
                table: "account_mails",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_account_mails_email_asked_at",
                table: "account_mails",
                columns: new[] { "email", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_account_mails_workspace_id",
                table: "account_mails",
                column: "workspace_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_links");

            migrationBuilder.DropTable(
                name: "account_mails");

            migrationBuilder.DropIndex(
                name: "ix_invitations_mailed_token_hash",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "mailed_token_hash",
                table: "invitations");
        }
    }
}
