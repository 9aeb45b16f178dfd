using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
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
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "account_links",
                columns: table => new
                {
                    token_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    user_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    purpose = table.Column<int>(type: "int", nullable: false),
                    email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true, collation: "Latin1_General_100_BIN2"),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
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
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false, collation: "Latin1_General_100_BIN2"),
                    user_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    workspace_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    invitation_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    step = table.Column<int>(type: "int", nullable: false),
                    tries = table.Column<int>(type: "int", nullable: false),
                    token_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    problem = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    sent_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_mails", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_mailed_token_hash",
                table: "invitations",
                column: "mailed_token_hash",
                unique: true,
                filter: "[mailed_token_hash] IS NOT NULL");

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
